import { devBuild } from '@mallhive/mfe-kit/release'
import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import { assign } from './assign.ts'
import { markUsed } from './mark-used.ts'
import { releasesPrefix } from './keys.ts'
import { openFailures } from './registry/failures.ts'
import type { Failure } from './registry/failures.ts'
import { releaseLoader } from './registry/load-release.ts'
import type { Loaded, LoaderOptions } from './registry/load-release.ts'
import { openPointers } from './registry/pointers.ts'
import type { Reach } from './registry/reach.ts'
import { requireRelease } from './registry/require-release.ts'
import { openSuspensions } from './registry/suspensions.ts'
import type { Suspension } from './registry/suspensions.ts'
import { versionKey } from './registry/version-key.ts'
import { openVersions } from './registry/versions.ts'
import { ReleaseError } from './release-error.ts'

export type { Loaded } from './registry/load-release.ts'

export interface RegistryOptions<M> extends LoaderOptions<M> {
  intervalMs?: number
  /** How long a version stays loaded after it was last assigned: open documents and running requests still use it. */
  graceMs?: number
  /** How long a version can still be loaded after it stopped being live. */
  retentionMs?: number
  /** Which micro frontends to follow; by default all. */
  follows?: (name: string) => boolean
  /** Limit of versions that are loaded only because a document or a pin named them. */
  maxNamed?: number
  onEvict?: (release: RemoteRelease) => void
  onProblem?: (problem: { name: string; version?: string; message: string }) => void
  now?: () => number
}

export interface Registry<M> extends AsyncDisposable {
  /** Reads the pointers once. Runs every `intervalMs` automatically; never rejects. */
  poll: () => Promise<void>
  /**
   * Returns one release per live micro frontend. Pins name versions that `ensure` has loaded; other pins are ignored.
   */
  assign: (bucket: number, pins?: Record<string, string>) => Record<string, RemoteRelease>
  /** The version for all shoppers outside of the canary. */
  stable: (name: string) => Loaded<M> | undefined
  /**
   * Returns a version within the caller's reach, and loads it if necessary: one that is or was live, or with
   * `published`, for preview hosts, any.
   * @throws ReleaseError NOT_PROMOTED, WITHDRAWN, RETIRED, NOT_PUBLISHED, ALTERED, BUSY, …
   */
  ensure: (name: string, version: string, reach?: Reach) => Promise<Loaded<M>>
  /**
   * Takes a version with repeated runtime failures out of service for `forMs`. The last good version serves instead;
   * without one, the version stays.
   */
  suspend: (name: string, version: string, why: string, forMs: number) => Promise<void>
  /** Returns a loaded version by container id (`cart_1_5_0`). */
  find: (id: string) => Loaded<M> | undefined
  /** Returns the served releases: the stable version of each micro frontend, and its canary with its percentage. */
  live: () => { stable: RemoteRelease; canary?: { release: RemoteRelease; percent: number } }[]
  status: () => RegistryStatus
}

export interface RegistryStatus {
  live: {
    name: string
    revision: number
    stable?: string
    canary?: string
    percent?: number
    withoutCode: boolean
  }[]
  loaded: string[]
  /**
   * Versions that pointers name and that cannot be loaded, and unreadable pointers; the last good version serves
   * meanwhile.
   */
  failing: Failure[]
  /** Versions that are out of service after repeated runtime failures. */
  suspended: Suspension[]
  lastPollAt?: string
  /** Revision of the trust policy in force on this host. */
  trustRevision?: number
}

/**
 * Follows the live pointers. New code is fetched, verified and executed before it is activated; if any of that fails,
 * the last good version keeps serving and `status()` lists the failure until it heals. Resolves after the first poll.
 */
export async function openRegistry<M>(options: RegistryOptions<M>): Promise<Registry<M>> {
  const { store, trust, intervalMs = 1000, retentionMs = day, now = Date.now, follows = () => true } = options
  const failures = openFailures(now, options.onProblem)
  const versions = openVersions<M>({ load: releaseLoader(options), failures, now, ...limits(options) })
  const suspensions = openSuspensions(now)
  const { withoutCode } = options
  const pointers = openPointers({ store, trust, versions, failures, suspensions, withoutCode })
  let lastPollAt: string | undefined
  let reviewed: number | undefined

  async function poll(): Promise<void> {
    await failures.watch('trust', undefined, reviewTrust)
    const found = await failures.watch('*', undefined, () => store.folders(releasesPrefix))
    if (found) lastPollAt = new Date(now()).toISOString()
    const names = new Set([...(found ?? []).filter(follows), ...pointers.names()])
    await Promise.all([...names].map(pointers.follow))
    versions.evict(pointers.inUse())
  }

  /** Refreshes the policy, and drops releases whose signing key it no longer trusts. */
  async function reviewTrust(): Promise<void> {
    await trust.refresh()
    versions.drop(({ release, keyId }) => keyId === undefined || trust.trusts('release', release.name, keyId))
    if (trust.policy()?.revision !== reviewed) pointers.review()
    reviewed = trust.policy()?.revision
  }

  function refuseWithdrawn(name: string, version: string): void {
    if (pointers.isWithdrawn(name, version))
      throw new ReleaseError('WITHDRAWN', `${name} ${version} was withdrawn`)
  }

  /** Code that was only published must not run among shoppers: otherwise any signing key could run code there. */
  async function requirePromoted(name: string, version: string): Promise<void> {
    if (devBuild(version) || !(await pointers.wasPromoted(name, version)))
      throw new ReleaseError('NOT_PROMOTED', `${name} ${version} was never live`)
    const ended = pointers.endedAt(name, version)
    if (ended !== undefined && now() - ended > retentionMs)
      throw new ReleaseError('RETIRED', `${name} ${version} is not kept: it stopped being live a while ago`)
  }

  const noted = new Map<string, number>()

  /** Records the use for `mall gc`. Failures are ignored: a host may have read access only. */
  function noteUse(name: string, version: string): void {
    const key = versionKey(name, version)
    if (now() - (noted.get(key) ?? -Infinity) < day) return
    noted.set(key, now())
    markUsed(store, name, version, now()).catch(() => {})
  }

  await poll()
  const timer = setInterval(() => void poll(), intervalMs).unref()

  return {
    poll,
    assign(bucket, pins) {
      const assigned = Object.entries(assign(pointers.live(), bucket, pins))
      const releases = assigned.flatMap(([name, version]) => versions.get(name, version)?.release ?? [])
      return Object.fromEntries(releases.map((release) => [release.name, release]))
    },
    stable(name) {
      const live = pointers.live().find((it) => it.name === name)
      return live && versions.get(name, live.stable)
    },
    async ensure(name, version, reach = 'promoted') {
      requireRelease(name, version)
      refuseWithdrawn(name, version)
      if (reach === 'promoted') {
        await requirePromoted(name, version)
        // The pointer may have been read anew.
        refuseWithdrawn(name, version)
      }
      const inUse = pointers.inUse()
      const suspended = suspensions.of(name, version)
      if (suspended && !inUse.has(versionKey(name, version)))
        throw new ReleaseError('EVICTED', `${name} ${version} is out of service: ${suspended.why}`)
      const loaded = await versions.ensure(name, version, inUse)
      if (!inUse.has(versionKey(name, version)) && !devBuild(version)) noteUse(name, version)
      return loaded
    },
    async suspend(name, version, why, forMs) {
      suspensions.add({ name, version, why, until: now() + forMs })
      await pointers.follow(name)
    },
    find: versions.find,
    live: () =>
      pointers.live().flatMap(({ name, stable, canary }) => {
        const release = versions.get(name, stable)?.release
        const other = canary && versions.get(name, canary.version)?.release
        if (!release) return []
        return [{ stable: release, canary: other && { release: other, percent: canary.percent } }]
      }),
    status: () => ({
      live: pointers.status(),
      loaded: versions.loaded(),
      failing: failures.list(),
      suspended: suspensions.list(),
      lastPollAt,
      trustRevision: trust.policy()?.revision,
    }),
    [Symbol.asyncDispose]: async () => clearInterval(timer),
  }
}

const day = 24 * 3600 * 1000

const limits = <M>({ graceMs = 60_000, maxNamed = 64, onEvict }: RegistryOptions<M>) => ({
  graceMs,
  maxNamed,
  onEvict,
})
