import { Worker } from 'node:worker_threads'

/** One TypeScript error in a team's sources. */
export interface TypeProblem {
  /** File and line, relative to the folder of `mall.config.ts`: `src/shop-page.tsx:12`. */
  at: string
  problem: string
}

/**
 * Returns TypeScript's errors in a micro frontend's own sources: the modules reachable from its exposes and its router,
 * checked with the `tsconfig.json` beside `mall.config.ts`. Runs in a worker thread, because the compiler's API is
 * synchronous.
 */
export function typeProblems(root: string): Promise<TypeProblem[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./type-check-worker.ts', import.meta.url), { workerData: root })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the type check ended with ${code}`)))
  })
}
