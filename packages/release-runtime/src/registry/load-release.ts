import { devBuild } from '@mallhive/mfe-kit/release'
import type { Descriptor } from '../descriptor.ts'
import { announcedRelease, readDevFile } from '../announced-release.ts'
import { sha384 } from '../integrity.ts'
import { releasePrefix } from '../keys.ts'
import { readRelease } from '../read-release.ts'
import { ReleaseError } from '../release-error.ts'
import type { TrustedStore } from '../trust/trusted-store.ts'

interface DescribedRelease {
  release: Descriptor
  /** Id of the key that signed it; absent only for a dev server's build. */
  keyId?: string
}

/** A release with its executed server code. */
export interface Loaded<M> extends DescribedRelease {
  /** Absent when the release has no bundle of this kind, or is `browserOnly`. */
  module?: M
  /** The server code could not be loaded so far; browsers may still run the release. */
  browserOnly?: boolean
}

/** Verified server code of a release, before its execution. */
export interface ServerBundle {
  release: Descriptor
  /** File name in stack traces. */
  filename: string
  code: string
  /** Whether a pointer names this release, rather than a document or a pin. */
  live: boolean
}

export interface LoaderOptions<M> extends TrustedStore {
  /** The kind of server bundle that this process runs. */
  kind: 'ssr' | 'bff'
  /** Runs a verified bundle and returns the exports that this process calls. Throws when they are unusable. */
  run: (bundle: ServerBundle) => M | Promise<M>
  /** Also loads unsigned builds of dev servers on this machine. Never for a mall with real shoppers. */
  devServers?: boolean
  /** Called after the code was executed and before activation; throws to refuse the release. */
  onReady?: (loaded: Loaded<M>) => void | Promise<void>
  /** Activates a release without its server code when that cannot run here and no good version precedes it. */
  withoutCode?: boolean
}

export interface ReleaseLoader<M> {
  describe: (name: string, version: string) => Promise<DescribedRelease>
  /** Fetches, verifies and executes a release, in this order. */
  load: (name: string, version: string, live: boolean) => Promise<Loaded<M>>
}

/** Returns a loader of releases for one kind of server bundle. */
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

/**
 * Returns the descriptor of a dev server's build.
 * @throws ReleaseError NOT_PUBLISHED when it has built again since: it keeps only the latest
 */
async function offered(name: string, version: string, port: number): Promise<Descriptor> {
  const release = await announcedRelease(name, port)
  if (release.version === version) return release
  throw new ReleaseError('NOT_PUBLISHED', `http://localhost:${port} has built again since`)
}
