import type { LiveVersions } from '../assign.ts'
import { pointerKey, releasesPrefix } from '../keys.ts'
import { isWithdrawn, parsePointer } from '../pointer.ts'
import type { Canary, Pointer } from '../pointer.ts'
import { ReleaseError } from '../release-error.ts'
import { stableVersions } from '../rollback.ts'
import type { TrustedStore } from '../trust/trusted-store.ts'
import type { Failures } from './failures.ts'
import type { Suspensions } from './suspensions.ts'
import { endedAt } from './retired.ts'
import { spaced } from './spaced.ts'
import { versionKey } from './version-key.ts'
import type { Versions } from './versions.ts'

interface Followed {
  pointer?: Pointer
  etag?: string
  /** The assigned stable version. It lags behind the pointer while the new code cannot be loaded. */
  stable?: string
  canary?: Canary
  underWay?: Promise<void>
  reading?: Promise<void>
  /** The read that starts after the running one. */
  queued?: Promise<void>
  /** Reads the pointer for a caller that names an unknown version. */
  reread?: () => Promise<void>
}

export interface PointersOptions extends TrustedStore {
  versions: Versions<unknown>
  failures: Failures
  suspensions: Suspensions
  withoutCode?: boolean
}

/** How many earlier versions are tried when the live one cannot be loaded. */
const longestFallback = 3

/** Minimum delay between reads that callers cause: what they name may not exist, and costs one read for all of them. */
const rereadGapMs = 250

/** Follows each micro frontend's pointer independently: one that hangs or is broken delays no other. */
export function openPointers({
  store,
  trust,
  versions,
  failures,
  suspensions,
  withoutCode,
}: PointersOptions) {
  const all = new Map<string, Followed>()
  const listNames = spaced(rereadGapMs, async () => new Set(await store.folders(releasesPrefix)))

  function follow(name: string): Promise<void> {
    const it = all.get(name) ?? {}
    all.set(name, it)
    it.underWay ??= move(name, it).finally(() => (it.underWay = undefined))
    return it.underWay
  }

  async function move(name: string, it: Followed): Promise<void> {
    await failures.watch(name, undefined, () => readAfresh(name, it))
    if (!it.pointer) return
    dropWithdrawn(name, it, it.pointer)
    const { stable, canary, retired } = it.pointer
    if (retired) {
      failures.keepOnly(name, [])
      it.stable = it.canary = undefined
      return
    }
    failures.keepOnly(name, canary ? [stable, canary.version] : [stable])
    const instead = suspensions.of(name, stable) ? await lastGood(name, it.pointer) : undefined
    if (instead) it.stable = instead
    else if (await activateStable(name, stable, it.stable === undefined)) it.stable = stable
    // No version serves yet: fall back to the last good one, unless that is refused as well.
    else if (it.stable === undefined) it.stable = await lastGood(name, it.pointer)
    if (!canary || suspensions.of(name, canary.version)) it.canary = undefined
    else if (await versions.activate(name, canary.version)) it.canary = canary
  }

  /** Stops serving a withdrawn version even if no other can be loaded: no release is better than a vulnerable one. */
  function dropWithdrawn(name: string, it: Followed, pointer: Pointer): void {
    if (!pointer.withdrawn?.length) return
    versions.drop(({ release }) => release.name !== name || !isWithdrawn(pointer, release.version))
    if (it.stable && isWithdrawn(pointer, it.stable)) it.stable = undefined
    if (it.canary && isWithdrawn(pointer, it.canary.version)) it.canary = undefined
  }

  /** Reads of one pointer run one after another; callers that come during a read share the next one. */
  function readAfresh(name: string, it: Followed): Promise<void> {
    it.queued ??= (async () => {
      await it.reading?.catch(() => undefined)
      it.reading = it.queued
      it.queued = undefined
      await read(name, it)
    })()
    return it.queued
  }

  async function read(name: string, it: Followed): Promise<void> {
    const object = await store.readIfChanged(pointerKey(name), it.etag)
    // A missing pointer changes nothing: the mall stays open when an object is lost.
    if (object === 'same' || object === undefined) return
    const pointer = parsePointer(trust, object.bytes, name)
    if (it.pointer && pointer.revision < it.pointer.revision)
      throw new ReleaseError(
        'ALTERED',
        `live.json went back from revision ${it.pointer.revision} to ${pointer.revision}`,
      )
    it.pointer = pointer
    it.etag = object.etag
  }

  async function activateStable(name: string, version: string, first: boolean) {
    const loaded = await versions.activate(name, version)
    return loaded ?? (first && withoutCode ? versions.activateWithoutCode(name, version) : undefined)
  }

  async function lastGood(name: string, pointer: Pointer): Promise<string | undefined> {
    const isGood = (version: string) => !isWithdrawn(pointer, version) && !suspensions.of(name, version)
    const before = stableVersions(pointer.history).slice(0, -1).filter(isGood)
    for (const version of before.slice(-longestFallback).toReversed()) {
      // oxlint-disable-next-line no-await-in-loop -- the newest that can be loaded
      const loaded = await versions.ensure(name, version, inUse()).catch(() => undefined)
      if (loaded) return version
    }
    return undefined
  }

  /** Forgets versions that are no longer loaded, and has every pointer read again. */
  function review(): void {
    for (const [name, it] of all) {
      it.etag = undefined
      if (it.stable && !versions.has(name, it.stable)) it.stable = undefined
      if (it.canary && !versions.has(name, it.canary.version)) it.canary = undefined
    }
  }

  function live(): LiveVersions[] {
    return [...all].flatMap(([name, { stable, canary }]) => (stable ? [{ name, stable, canary }] : []))
  }

  function inUse(): Set<string> {
    const keys = live().flatMap(({ name, stable, canary }) => [
      versionKey(name, stable),
      ...(canary ? [versionKey(name, canary.version)] : []),
    ])
    return new Set(keys)
  }

  return {
    follow,
    review,
    live,
    names: () => [...all.keys()],
    /**
     * Returns when a version stopped being live, in ms since 1970; undefined while it is live here or by its pointer,
     * and when it never was.
     */
    endedAt(name: string, version: string): number | undefined {
      const { pointer, stable, canary } = all.get(name) ?? {}
      const here = version === stable || version === canary?.version
      return here || !pointer ? undefined : endedAt(pointer, version)
    },
    isWithdrawn: (name: string, version: string) => isWithdrawn(all.get(name)?.pointer ?? {}, version),
    /**
     * Whether a version is or was live. Reads the pointer of an unknown version again, because another host may have polled a
     * newer one; such reads are shared and spaced.
     */
    async wasPromoted(name: string, version: string): Promise<boolean> {
      if (isPromoted(all.get(name) ?? {}, version)) return true
      if (!all.has(name) && !(await listNames()).has(name)) return false
      const it = all.get(name) ?? {}
      all.set(name, it)
      it.reread ??= spaced(rereadGapMs, () => readAfresh(name, it))
      await it.reread()
      return isPromoted(it, version)
    },
    inUse,
    status: () =>
      [...all].map(([name, { pointer, stable, canary }]) => ({
        name,
        revision: pointer?.revision ?? 0,
        stable,
        canary: canary?.version,
        percent: canary?.percent,
        withoutCode: stable !== undefined && versions.get(name, stable)?.browserOnly === true,
      })),
  }
}

/**
 * Whether the pointer names the version now or in its signed history, which keeps every change of the last days (see
 * `movePointer`).
 */
function isPromoted({ pointer, stable, canary }: Followed, version: string): boolean {
  if (version === stable || version === canary?.version) return true
  return (pointer?.history ?? []).some(
    (change) => change.stable === version || change.canary?.version === version,
  )
}
