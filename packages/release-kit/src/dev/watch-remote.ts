import type { MicroFrontend } from '@mallhive/mfe-kit/config'
import webpack from 'webpack'
import { bothSides } from '../build/remote.ts'
import type { OnBuilt, Place } from './watch.ts'

/** Bundles browser and server side anew at every change of their sources; only what changed is compiled. */
export function watchRemote(config: MicroFrontend, place: Place, built: OnBuilt): AsyncDisposable {
  const compiler = webpack(bothSides(config, { ...place, watch: true }))
  const watching = compiler.watch(
    { aggregateTimeout: 20, ignored: ['**/node_modules/**', `${place.dir}/**`] },
    (error, stats) => {
      const problem = error ? error.message : stats?.hasErrors() ? readable(stats) : undefined
      built(problem)
    },
  )
  return {
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        watching?.close(() => compiler.close(() => resolve()))
      }),
  }
}

/** Each problem once: both sides find the same ones. */
function readable(stats: webpack.MultiStats): string {
  const { errors = [] } = stats.toJson({ all: false, errors: true, moduleTrace: false })
  const said = errors.map(({ moduleName, loc, message }) =>
    [moduleName, loc].filter(Boolean).join(':').concat('\n', ownWords(message)).trim(),
  )
  return [...new Set(said)].join('\n\n')
}

/** Without where in the compilers it was noticed. */
function ownWords(message: string): string {
  const lines = message.split('\n').filter((line) => !/^\s+at |^Module build failed/.test(line))
  return lines.join('\n')
}
