import { watchFile, unwatchFile } from 'node:fs'
import { join } from 'node:path'
import { configOf } from '../build/config-of.ts'
import { openDevServer } from './dev-server.ts'
import { watch } from './watch.ts'
import type { DevRelease } from './watch.ts'
import { watchTypes } from './watch-types.ts'

export interface DevOptions {
  /** The folder of `mall.config.ts`. */
  root: string
  /** The first to try. */
  port: number
  onRelease: (release: { name: string; hash: string }) => void
  /** Called with the errors of a failed build. */
  onProblem: (problem: string) => void
  /** Called with TypeScript's errors in sources that were built and are served nevertheless. */
  onTypeProblem: (problem: string) => void
}

export interface Dev extends AsyncDisposable {
  port: number
  /** Resolves after the first build, successful or not. */
  first: Promise<unknown>
}

/** Builds a micro frontend at every change, including changes of its declaration, and serves the latest build. */
export async function openDev({ root, port, onRelease, onProblem, onTypeProblem }: DevOptions): Promise<Dev> {
  const server = await openDevServer(port)
  const first = Promise.withResolvers<unknown>()
  const configFile = join(root, 'mall.config.ts')
  let latest: DevRelease | undefined
  let buildProblem: string | undefined
  let typeProblem: string | undefined

  const start = async (): Promise<AsyncDisposable | undefined> => {
    await using open = new AsyncDisposableStack()
    try {
      const config = await configOf(root)
      open.use(
        await watch({
          root,
          config,
          port: server.port,
          onRelease(release) {
            latest = release
            buildProblem = undefined
            show(release)
            onRelease({ name: config.name, hash: release.hash })
            first.resolve(release)
          },
          onProblem: fail,
        }),
      )
      open.use(watchTypes(config, root, typesChecked))
      return open.move()
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error))
      return undefined
    }
  }
  function show(release: DevRelease) {
    server.offer(release)
    if (typeProblem) server.explain(typeProblem)
  }
  function fail(problem: string) {
    buildProblem = problem
    server.explain(problem)
    onProblem(problem)
    first.resolve(problem)
  }
  function typesChecked(problem: string | undefined) {
    if (problem === typeProblem) return
    typeProblem = problem
    if (problem) onTypeProblem(problem)
    // Errors of the build come first.
    if (buildProblem) return
    if (latest) show(latest)
    else if (problem) server.explain(problem)
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
