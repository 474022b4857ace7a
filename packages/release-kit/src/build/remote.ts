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
  await run(bothSides(config, { root, dir, version }))
  const manifest = await readManifest(dir)
  await Promise.all(aside.map((file) => rm(join(dir, file), { force: true })))
  return manifest
}

/** The webpack configurations of the browser's and the server's side. */
export function bothSides(
  config: MicroFrontend,
  { dir, ...build }: { root: string; dir: string; version: string; watch?: boolean },
): webpack.Configuration[] {
  const targets = ['web', 'ssr'] as const
  return targets.map((target) => webpackPreset(config, { ...build, outDir: join(dir, target), target }))
}

/** What the bundler writes for itself. The descriptor says it all, and these name the machine that they were built on. */
export const aside = ['web/mf-manifest.json', 'web/mf-stats.json']

export async function readManifest(dir: string): Promise<RemoteManifest> {
  return manifestSchema.parse(JSON.parse(await readFile(join(dir, 'web/mf-manifest.json'), 'utf8')))
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
