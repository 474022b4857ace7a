import { watchFile, unwatchFile } from 'node:fs'
import { join } from 'node:path'
import { configOf } from '../build.ts'
import { openDevServer } from './dev-server.ts'
import { watch } from './watch.ts'

export interface DevOptions {
  /** The folder of `mall.config.ts`. */
  root: string
  /** The first to try. */
  port: number
  onRelease: (release: { name: string; hash: string }) => void
  onProblem: (problem: string) => void
}

export interface Dev extends AsyncDisposable {
  port: number
  /** Resolves when there is something to see, or to mend. */
  first: Promise<unknown>
}

/** Builds a micro frontend at every change, its declaration included, and serves what was built last. */
export async function openDev({ root, port, onRelease, onProblem }: DevOptions): Promise<Dev> {
  const server = await openDevServer(port)
  const first = Promise.withResolvers<unknown>()
  const configFile = join(root, 'mall.config.ts')

  const start = async (): Promise<AsyncDisposable | undefined> => {
    try {
      const config = await configOf(root)
      return await watch({
        root,
        config,
        port: server.port,
        onRelease(release) {
          server.offer(release)
          onRelease({ name: config.name, hash: release.hash })
          first.resolve(release)
        },
        onProblem: fail,
      })
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error))
      return undefined
    }
  }
  function fail(problem: string) {
    server.explain(problem)
    onProblem(problem)
    first.resolve(problem)
  }

  let watching = start()
  watchFile(configFile, { interval: 300 }, () => {
    watching = watching.then(async (before) => {
      await before?.[Symbol.asyncDispose]()
      return start()
    })
  })
  return {
    port: server.port,
    first: first.promise,
    async [Symbol.asyncDispose]() {
      unwatchFile(configFile)
      await (await watching)?.[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}
