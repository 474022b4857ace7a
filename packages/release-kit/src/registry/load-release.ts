import type { Descriptor } from '../descriptor.ts'
import { sha384 } from '../integrity.ts'
import { releasePrefix } from '../keys.ts'
import { readRelease } from '../read-release.ts'
import type { SignedRelease } from '../read-release.ts'
import { ReleaseError } from '../release-error.ts'
import type { TrustedStore } from '../trust/trusted-store.ts'
import { runBundle } from './run-bundle.ts'

/** A release with its executed server code. */
export interface Loaded<M> {
  release: Descriptor
  /** The key that signed it. */
  keyId: string
  /** Absent when the release has none of this kind, or `browserOnly`. */
  module?: M
  /** The code could not be had so far; a browser may still run the release. */
  browserOnly?: boolean
}

export interface LoaderOptions<M> extends TrustedStore {
  /** Which server bundle this process runs. */
  kind: 'ssr' | 'bff'
  /** Checks that the bundle exports what this process calls. Throws otherwise. */
  accept: (exports: Record<string, unknown>) => M
  /** Runs before activation, with the code executed: the last chance to refuse. */
  onReady?: (loaded: Loaded<M>) => void | Promise<void>
  /** A release whose code can't be run here, and that has no good version before it, is activated without code. */
  withoutCode?: boolean
}

export interface ReleaseLoader<M> {
  describe: (name: string, version: string) => Promise<SignedRelease>
  /** Fetches, verifies and executes. Nothing unverified is ever executed. */
  load: (name: string, version: string) => Promise<Loaded<M>>
}

export function releaseLoader<M>({
  store,
  trust,
  kind,
  accept,
  onReady,
}: LoaderOptions<M>): ReleaseLoader<M> {
  const describe = (name: string, version: string) => readRelease({ store, trust }, name, version)

  async function load(name: string, version: string): Promise<Loaded<M>> {
    const signed = await describe(name, version)
    const { release } = signed
    const file = release[kind]
    if (!file) return signed
    const key = releasePrefix(name, version) + file
    const object = await store.read(key)
    if (!object) throw new ReleaseError('NOT_PUBLISHED', `${key} is missing`)
    if (sha384(object.bytes) !== release.integrity[file])
      throw new ReleaseError('ALTERED', `${key} does not have the published hash`)
    const loaded = { ...signed, module: accept(runBundle(Buffer.from(object.bytes).toString(), key)) }
    await onReady?.(loaded)
    return loaded
  }

  return { describe, load }
}
