import { ReleaseError } from '../release-error.ts'
import type { Descriptor } from '../descriptor.ts'
import type { Failures } from './failures.ts'
import type { Loaded, ReleaseLoader } from './load-release.ts'
import { versionKey } from './version-key.ts'

export interface VersionsOptions<M> {
  load: ReleaseLoader<M>
  failures: Failures
  now: () => number
  graceMs: number
  maxNamed: number
  onEvict?: (release: Descriptor) => void
}

export interface Versions<M> {
  get: (name: string, version: string) => Loaded<M> | undefined
  has: (name: string, version: string) => boolean
  find: (id: string) => Loaded<M> | undefined
  /** Loads a version that a pointer names. Failures are recorded, and delay the next attempt longer each time. */
  activate: (name: string, version: string) => Promise<Loaded<M> | undefined>
  /** Activates a release for browsers only, until its server code can be loaded. */
  activateWithoutCode: (name: string, version: string) => Promise<Loaded<M> | undefined>
  ensure: (name: string, version: string, inUse: Set<string>) => Promise<Loaded<M>>
  evict: (inUse: Set<string>) => void
  /** Drops at once every version for which `counts` is false, in use or not. */
  drop: (counts: (loaded: Loaded<M>) => boolean) => void
  loaded: () => string[]
}

/** Creates the set of loaded versions. Each is loaded once and dropped a grace period after its last use. */
export function openVersions<M>({
  load,
  failures,
  now,
  graceMs,
  maxNamed,
  onEvict,
}: VersionsOptions<M>): Versions<M> {
  const entries = new Map<string, { loaded: Loaded<M>; usedAt: number }>()
  const underWay = new Map<string, Promise<Loaded<M>>>()
  /** Keys of versions that are loaded, or loading, because a document or a pin named them. */
  const named = new Set<string>()

  function get(name: string, version: string) {
    const entry = entries.get(versionKey(name, version))
    if (entry) entry.usedAt = now()
    return entry?.loaded
  }

  function loadOnce(name: string, version: string, live: boolean): Promise<Loaded<M>> {
    const key = versionKey(name, version)
    const known = underWay.get(key)
    if (known) return known
    const loading = load
      .load(name, version, live)
      .then((loaded) => keep(key, loaded))
      .finally(() => underWay.delete(key))
    underWay.set(key, loading)
    return loading
  }

  function keep(key: string, loaded: Loaded<M>): Loaded<M> {
    entries.set(key, { loaded, usedAt: now() })
    return loaded
  }

  async function ensure(name: string, version: string, inUse: Set<string>): Promise<Loaded<M>> {
    const known = get(name, version)
    if (known) return known
    const key = versionKey(name, version)
    const others = [...named].filter((other) => other !== key && !inUse.has(other)).length
    if (others >= maxNamed)
      throw new ReleaseError('BUSY', `${others} versions are loaded already; ${name}@${version} has to wait`)
    named.add(key)
    return failures
      .once(name, version, () => loadOnce(name, version, false))
      .finally(() => entries.has(key) || named.delete(key))
  }

  function forget(key: string, { release }: Loaded<M>) {
    entries.delete(key)
    named.delete(key)
    onEvict?.(release)
  }

  return {
    get,
    has: (name, version) => entries.has(versionKey(name, version)),
    find: (id) => [...entries.values()].find(({ loaded }) => loaded.release.id === id)?.loaded,
    async activate(name, version) {
      const known = get(name, version)
      if (known && !known.browserOnly) return known
      return failures.watch(name, version, () => loadOnce(name, version, true))
    },
    activateWithoutCode: (name, version) =>
      failures.watch(name, undefined, async () =>
        keep(versionKey(name, version), { ...(await load.describe(name, version)), browserOnly: true }),
      ),
    ensure,
    evict(inUse) {
      for (const [key, entry] of entries) {
        if (inUse.has(key)) entry.usedAt = now()
        if (inUse.has(key) || now() - entry.usedAt < graceMs) continue
        forget(key, entry.loaded)
      }
    },
    drop(counts) {
      for (const [key, { loaded }] of entries) {
        if (!counts(loaded)) forget(key, loaded)
      }
    },
    loaded: () => [...entries.keys()],
  }
}
