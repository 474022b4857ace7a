import { parseDescriptor } from '../descriptor.ts'
import type { Descriptor } from '../descriptor.ts'
import { sha384 } from '../integrity.ts'
import { descriptorKey, releasePrefix } from '../keys.ts'
import { ReleaseError } from '../release-error.ts'
import type { ReleaseStore } from '../store.ts'
import { runBundle } from './run-bundle.ts'

/** A release with its executed server code. */
export interface Loaded<M> {
  release: Descriptor
  /** Absent when the release has none of this kind, or `browserOnly`. */
  module?: M
  /** The code could not be had so far; a browser may still run the release. */
  browserOnly?: boolean
}

export interface LoaderOptions<M> {
  store: ReleaseStore
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
  describe: (name: string, version: string) => Promise<Descriptor>
  /** Fetches, verifies and executes. Nothing unverified is ever executed. */
  load: (name: string, version: string) => Promise<Loaded<M>>
}

export function releaseLoader<M>({ store, kind, accept, onReady }: LoaderOptions<M>): ReleaseLoader<M> {
  async function describe(name: string, version: string): Promise<Descriptor> {
    const object = await store.read(descriptorKey(name, version))
    if (!object) throw new ReleaseError('NOT_PUBLISHED', `${name} ${version} is not published`)
    return parseDescriptor(Buffer.from(object.bytes).toString(), name, version)
  }

  async function load(name: string, version: string): Promise<Loaded<M>> {
    const release = await describe(name, version)
    const file = release[kind]
    if (!file) return { release }
    const key = releasePrefix(name, version) + file
    const object = await store.read(key)
    if (!object) throw new ReleaseError('NOT_PUBLISHED', `${key} is missing`)
    if (sha384(object.bytes) !== release.integrity[file])
      throw new ReleaseError('ALTERED', `${key} does not have the published hash`)
    const loaded = { release, module: accept(runBundle(Buffer.from(object.bytes).toString(), key)) }
    await onReady?.(loaded)
    return loaded
  }

  return { describe, load }
}
