import { Worker } from 'node:worker_threads'

/** One thing that TypeScript says about a team's sources. */
export interface TypeProblem {
  /** `src/shop-page.tsx:12`, from the folder of `mall.config.ts`. */
  at: string
  problem: string
}

/**
 * What TypeScript says against a micro frontend's own sources: the modules that its exposes and its router reach, read
 * with the `tsconfig.json` beside `mall.config.ts`. Runs in a thread, because the compiler's interface is synchronous.
 */
export function typeProblems(root: string): Promise<TypeProblem[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./type-check-worker.ts', import.meta.url), { workerData: root })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the type check ended with ${code}`)))
  })
}
