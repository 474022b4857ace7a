import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { MicroFrontend } from '@mallhive/mfe-kit/config'
import { webpackPreset } from '@mallhive/mfe-kit/preset'
import webpack from 'webpack'
import { z } from 'zod'
import { ReleaseError } from '../release-error.ts'

const assets = z.object({ sync: z.array(z.string()), async: z.array(z.string()) })
const manifestSchema = z.object({
  exposes: z.array(z.object({ name: z.string(), assets: z.object({ js: assets, css: assets }) })),
})

export type RemoteManifest = z.output<typeof manifestSchema>

/** Bundles the browser's and the server's side with webpack and tells which files each expose needs. */
export async function bundleRemote(
  config: MicroFrontend,
  { root, dir, version }: { root: string; dir: string; version: string },
): Promise<RemoteManifest> {
  const targets = ['web', 'ssr'] as const
  await run(
    targets.map((target) => webpackPreset(config, { version, root, outDir: join(dir, target), target })),
  )
  const manifestFile = join(dir, 'web/mf-manifest.json')
  const manifest = manifestSchema.parse(JSON.parse(await readFile(manifestFile, 'utf8')))
  // The descriptor says it all; these two name the machine that they were built on.
  await Promise.all([rm(manifestFile), rm(join(dir, 'web/mf-stats.json'), { force: true })])
  return manifest
}

async function run(configurations: webpack.Configuration[]): Promise<void> {
  const compiler = webpack(configurations)
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => {
        const problems = stats?.toString({ preset: 'errors-only', colors: false })
        if (error) reject(error)
        else if (!stats || stats.hasErrors())
          reject(new ReleaseError('BUILD_FAILED', problems ?? 'no output'))
        else resolve()
      })
    })
  })
}
