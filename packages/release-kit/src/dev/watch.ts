import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { MicroFrontend } from '@mallhive/mfe-kit/config'
import { devVersion } from '@mallhive/mfe-kit/release'
import { bffFile } from '../build/bff.ts'
import { describeRelease, filesBelow } from '../build/describe.ts'
import type { ReleaseFile } from '../build/describe.ts'
import type { ExposeFiles } from '../build/expose-files.ts'
import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import type { OnBuilt } from './compilation.ts'
import { watchBff } from './watch-bff.ts'
import { watchRemote } from './watch-remote.ts'

export interface DevRelease {
  hash: string
  descriptor: Descriptor
  files: Map<string, Buffer>
}

export interface WatchOptions {
  root: string
  config: MicroFrontend
  port: number
  onRelease: (release: DevRelease) => void
  /** Called with the compilers' errors when they change. The last good release stays. */
  onProblem: (problem: string) => void
}

// Placeholder for the version's hash: bundles contain their version, and the version is a hash of the bundles.
const unbuilt = 'notbuiltyet0'

/** Builds all three bundles of a micro frontend, and rebuilds the affected ones at every change until disposed of. */
export async function watch({
  root,
  config,
  port,
  onRelease,
  onProblem,
}: WatchOptions): Promise<AsyncDisposable> {
  const place = { root, dir: join(root, 'dist/dev'), version: devVersion({ port, hash: unbuilt }) }
  await rm(place.dir, { recursive: true, force: true })
  await mkdir(place.dir, { recursive: true })

  const problems = new Map<string, string | undefined>()
  const sides = config.bff ? ['remote', 'bff'] : ['remote']
  let said: string | undefined
  let offered: string | undefined
  let gathering = Promise.resolve()

  const built =
    (side: string): OnBuilt =>
    (problem) => {
      problems.set(side, problem)
      const all = [...problems.values()].filter((it) => it !== undefined).join('\n\n')
      if (all && all !== said) onProblem(all)
      // After an error, a release equal to the last one is offered again.
      if (all) offered = undefined
      said = all
      if (!all && sides.every((it) => problems.has(it))) gathering = gathering.then(offer)
    }

  async function offer() {
    const release = await gather(config, remote.exposes, place.dir, port).catch(ifBeingWritten)
    if (!release || release.hash === offered) return
    offered = release.hash
    onRelease(release)
  }

  const open = new AsyncDisposableStack()
  const remote = open.use(watchRemote(config, place, built('remote')))
  if (config.bff) open.use(await watchBff(config.bff, place, built('bff')))
  return open
}

/** Ignores ENOENT: a compiler is replacing the file and will trigger another run. */
function ifBeingWritten(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}

async function gather(
  config: MicroFrontend,
  exposesOf: () => ExposeFiles,
  dir: string,
  port: number,
): Promise<DevRelease | undefined> {
  const parts = await filesBelow(dir)
  const exposes = exposesOf()
  const there = new Set(parts.map(({ path }) => path))
  const wanted = Object.values(exposes).flatMap(({ js, css }) => [...js, ...css])
  if (!wanted.every((path) => there.has(path))) return undefined
  const hash = hashOf(config, parts)
  const files = parts.map(({ path, bytes }) => ({ path, bytes: named(bytes, hash) }))
  const descriptor = describeRelease({
    config,
    version: devVersion({ port, hash }),
    files,
    exposes,
    // The gate does not check dev builds, so they need no contract.
    contract: { fragments: {}, passes: [], rpcs: [], rpcsAt: {} },
    bff: config.bff && bffFile,
  })
  return { hash, descriptor, files: new Map(files.map(({ path, bytes }) => [path, bytes])) }
}

/**
 * Returns the hash of the files and of the declaration: hosts load a version once, so a changed route needs another
 * version.
 */
function hashOf(config: MicroFrontend, files: ReleaseFile[]): string {
  const hash = createHash('sha256').update(JSON.stringify(config))
  for (const { path, bytes } of files) hash.update(path).update('\0').update(bytes)
  return hash.digest('hex').slice(0, unbuilt.length)
}

function named(bytes: Buffer, hash: string): Buffer {
  return bytes.includes(unbuilt) ? Buffer.from(bytes.toString().replaceAll(unbuilt, hash)) : bytes
}
