import type { BuiltRelease } from '@mallhive/release-runtime/publish'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bffPackage } from './build/bff-catalogs.ts'
import { bundleBff } from './build/bff.ts'
import { gapsByLocale } from './build/gaps-by-locale.ts'
import { commitOf } from './build/commit.ts'
import { configOf } from './build/config-of.ts'
import { contractOf } from './build/contract/contract.ts'
import { describeRelease, filesBelow } from './build/describe.ts'
import { bundleRemote } from './build/remote.ts'
import { writeMessageTypes } from '@mallhive/mfe-kit/messages/catalogs'
import { versionSchema } from '@mallhive/release-runtime/descriptor'
import { ReleaseError } from '@mallhive/release-runtime/release-error'

export interface BuildRequest {
  /** The folder of `mall.config.ts`. */
  root: string
  /** Defaults to the version in package.json. */
  version?: string
  /** Defaults to `dist/<version>` below the root. */
  outDir?: string
}

/**
 * Builds the three bundles of one release and its descriptor. Reproducible: the same sources give the same bytes, on
 * any path and day.
 * @throws ReleaseError BUILD_FAILED with the compilers' messages
 */
export async function buildRelease({ root, ...request }: BuildRequest): Promise<BuiltRelease> {
  const config = await configOf(root)
  const version = request.version ?? (await packageVersion(root))
  if (!versionSchema.safeParse(version).success)
    throw new ReleaseError('INVALID', `"${version}" is not a version such as 1.5.0`)
  const dir = request.outDir ?? join(root, 'dist', version)
  await rm(dir, { recursive: true, force: true })
  await mkdir(dir, { recursive: true })

  const translated = config.bff ? [root, bffPackage(config.bff, root)] : [root]
  translated.forEach(writeMessageTypes)
  const [exposes, bff, contract] = await Promise.all([
    bundleRemote(config, { root, dir, version }),
    config.bff ? bundleBff(config.bff, { root, dir }) : undefined,
    contractOf(config, { root, dir }),
  ])
  const descriptor = describeRelease({
    config,
    version,
    files: await filesBelow(dir),
    exposes,
    contract,
    bff,
    messages: gapsByLocale(translated),
    commit: await commitOf(root),
  })
  await writeFile(join(dir, 'release.json'), `${JSON.stringify(descriptor, null, 1)}\n`)
  return { dir, descriptor }
}

async function packageVersion(root: string): Promise<string> {
  const { version }: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  return version
}
