import type { MicroFrontend } from '@mallhive/mfe-kit/config'
import webpack from 'webpack'
import { exposeFiles } from '../build/expose-files.ts'
import type { ExposeFiles } from '../build/expose-files.ts'
import { bothSides } from '../build/remote.ts'
import type { OnBuilt, Place } from './compilation.ts'

export interface WatchedRemote extends AsyncDisposable {
  /** Returns the files of each expose from the last successful compilation. */
  exposes: () => ExposeFiles
}

/** Bundles browser and server side again at every change of their sources, incrementally. */
export function watchRemote(config: MicroFrontend, place: Place, built: OnBuilt): WatchedRemote {
  let exposes: ExposeFiles = {}
  const compiler = webpack(bothSides(config, { ...place, watch: true }))
  const watching = compiler.watch(
    { aggregateTimeout: 20, ignored: ['**/node_modules/**', `${place.dir}/**`] },
    (error, stats) => {
      const problem = error ? error.message : stats?.hasErrors() ? readable(stats) : undefined
      // The stats lack a side whose sources did not change.
      const web = stats?.stats.find(({ compilation }) => compilation.name?.endsWith(' web'))
      if (web && !web.hasErrors()) exposes = exposeFiles(config, web.compilation)
      built(problem)
    },
  )
  return {
    exposes: () => exposes,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        watching?.close(() => compiler.close(() => resolve()))
      }),
  }
}

/** Lists each error once: both sides report the same ones. */
function readable(stats: webpack.MultiStats): string {
  const { errors = [] } = stats.toJson({ all: false, errors: true, moduleTrace: false })
  const said = errors.map(({ moduleName, loc, message }) =>
    [moduleName, loc].filter(Boolean).join(':').concat('\n', ownWords(message)).trim(),
  )
  return [...new Set(said)].join('\n\n')
}

/** Removes the compilers' stack trace. */
function ownWords(message: string): string {
  const lines = message.split('\n').filter((line) => !/^\s+at |^Module build failed/.test(line))
  return lines.join('\n')
}
