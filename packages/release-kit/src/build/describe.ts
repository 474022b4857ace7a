import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MicroFrontend } from '@mallhive/mfe-kit/config'
import { sharedPackages } from '@mallhive/mfe-kit/preset/shared'
import { releaseBase, releaseId } from '@mallhive/mfe-kit/release'
import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import { sha384 } from '@mallhive/release-runtime/integrity'
import type { Commit } from './commit.ts'
import type { Contract } from './contract/contract.ts'
import type { ExposeFiles } from './expose-files.ts'

export interface ReleaseFile {
  /** Inside the release: `web/remoteEntry.js`. */
  path: string
  bytes: Buffer
}

export interface Built {
  config: MicroFrontend
  version: string
  files: ReleaseFile[]
  exposes: ExposeFiles
  contract: Contract
  bff?: string
  /** What each catalogue lacks, by locale. */
  messages?: Descriptor['messages']
  commit?: Commit
}

/** Returns the descriptor of these files, with the hash and size of each. */
export function describeRelease({
  config,
  version,
  files,
  exposes,
  contract,
  bff,
  messages,
  commit,
}: Built): Descriptor {
  return {
    id: releaseId(config.name, version),
    name: config.name,
    version,
    base: releaseBase(config.name, version),
    web: 'web/remoteEntry.js',
    ssr: 'ssr/remoteEntry.js',
    bff,
    exposes,
    messages,
    integrity: Object.fromEntries(files.map(({ path, bytes }) => [path, sha384(bytes)])),
    routes: config.routes,
    redirects: config.redirects,
    consumes: config.consumes,
    ...contract,
    budgetKb: config.budgetKb,
    smoke: config.smoke,
    shared: sharedPackages,
    sizes: Object.fromEntries(files.map(({ path, bytes }) => [path, bytes.length])),
    ...commit,
  }
}

/** Reads all files below a folder, sorted by path. */
export async function filesBelow(dir: string): Promise<ReleaseFile[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
  return Promise.all(paths.toSorted().map(async (path) => ({ path, bytes: await readFile(join(dir, path)) })))
}
