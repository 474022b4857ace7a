import { devBuild } from '@mallhive/mfe-kit/release'
import type { Descriptor } from '../descriptor.ts'
import { announcedRelease, readDevFile } from '../announced-release.ts'
import { sha384 } from '../integrity.ts'
import { releasePrefix } from '../keys.ts'
import { readRelease } from '../read-release.ts'
import { ReleaseError } from '../release-error.ts'
import type { TrustedStore } from '../trust/trusted-store.ts'

export interface DescribedRelease {
  release: Descriptor
  /** The key that signed it; absent only from what a dev server offers. */
  keyId?: string
}

/** A release with its executed server code. */
export interface Loaded<M> extends DescribedRelease {
  /** Absent when the release has none of this kind, or `browserOnly`. */
  module?: M
  /** The code could not be had so far; a browser may still run the release. */
  browserOnly?: boolean
}

/** The server code of a release, verified and not yet run. */
export interface ServerBundle {
  release: Descriptor
  /** Names the code in stack traces. */
  filename: string
  code: string
  /** A pointer names this release; false when a document or a pin does. */
  live: boolean
}

export interface LoaderOptions<M> extends TrustedStore {
  /** Which server bundle this process runs. */
  kind: 'ssr' | 'bff'
  /** Runs a verified bundle and returns what this process calls of it. Throws when it cannot be used. */
  run: (bundle: ServerBundle) => M | Promise<M>
  /** Runs what dev servers on this machine offer, unsigned. Never for a mall that others shop in. */
  devServers?: boolean
  /** Runs before activation, with the code executed: the last chance to refuse. */
  onReady?: (loaded: Loaded<M>) => void | Promise<void>
  /** A release whose code can't be run here, and that has no good version before it, is activated without code. */
  withoutCode?: boolean
}

export interface ReleaseLoader<M> {
  describe: (name: string, version: string) => Promise<DescribedRelease>
  /** Fetches, verifies and executes. Nothing unverified is ever executed. */
  load: (name: string, version: string, live: boolean) => Promise<Loaded<M>>
}

export function releaseLoader<M>({
  store,
  trust,
  kind,
  run,
  onReady,
  devServers,
}: LoaderOptions<M>): ReleaseLoader<M> {
  const devOf = (version: string) => (devServers ? devBuild(version) : undefined)

  async function describe(name: string, version: string): Promise<DescribedRelease> {
    const dev = devOf(version)
    return dev
      ? { release: await offered(name, version, dev.port) }
      : readRelease({ store, trust }, name, version)
  }

  async function load(name: string, version: string, live: boolean): Promise<Loaded<M>> {
    const described = await describe(name, version)
    const { release } = described
    const file = release[kind]
    if (!file) return described
    const key = releasePrefix(name, version) + file
    const dev = devOf(version)
    const bytes = dev ? await readDevFile(dev.port, file) : (await store.read(key))?.bytes
    if (!bytes) throw new ReleaseError('NOT_PUBLISHED', `${key} is missing`)
    if (sha384(bytes) !== release.integrity[file])
      throw new ReleaseError('ALTERED', `${key} does not have the published hash`)
    const module = await run({ release, filename: key, code: Buffer.from(bytes).toString(), live })
    const loaded = { ...described, module }
    await onReady?.(loaded)
    return loaded
  }

  return { describe, load }
}

/** A dev server has only what it built last: an earlier build is gone. */
async function offered(name: string, version: string, port: number): Promise<Descriptor> {
  const release = await announcedRelease(name, port)
  if (release.version === version) return release
  throw new ReleaseError('NOT_PUBLISHED', `http://localhost:${port} has built something else since`)
}
