import { join } from 'node:path'
import type { MicroFrontend } from '@mallhive/mfe-kit/config'
import { webpackPreset } from '@mallhive/mfe-kit/preset'
import webpack from 'webpack'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import { exposeFiles } from './expose-files.ts'
import type { ExposeFiles } from './expose-files.ts'

/**
 * Bundles the browser and the server side with webpack; returns the files of each expose.
 * @throws ReleaseError BUILD_FAILED
 */
export async function bundleRemote(
  config: MicroFrontend,
  { root, dir, version }: { root: string; dir: string; version: string },
): Promise<ExposeFiles> {
  const [web] = await run(bothSides(config, { root, dir, version }))
  return web ? exposeFiles(config, web.compilation) : {}
}

/** Returns the webpack configurations of the browser and the server side. */
export function bothSides(
  config: MicroFrontend,
  { dir, ...build }: { root: string; dir: string; version: string; watch?: boolean },
): webpack.Configuration[] {
  const targets = ['web', 'ssr'] as const
  return targets.map((target) => webpackPreset(config, { ...build, outDir: join(dir, target), target }))
}

async function run(configurations: webpack.Configuration[]): Promise<webpack.Stats[]> {
  const compiler = webpack(configurations)
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => {
        const problems = stats?.toString({ preset: 'errors-only', colors: false })
        if (error) reject(error)
        else if (!stats || stats.hasErrors())
          reject(new ReleaseError('BUILD_FAILED', problems ?? 'no output'))
        else resolve(stats.stats)
      })
    })
  })
}
