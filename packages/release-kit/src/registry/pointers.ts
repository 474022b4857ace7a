import type { LiveVersions } from '../assign.ts'
import { pointerKey } from '../keys.ts'
import { parsePointer } from '../pointer.ts'
import type { Canary, Pointer } from '../pointer.ts'
import { ReleaseError } from '../release-error.ts'
import type { ReleaseStore } from '../store.ts'
import type { Failures } from './failures.ts'
import { endedAt } from './retired.ts'
import { versionKey } from './version-key.ts'
import type { Versions } from './versions.ts'

interface Followed {
  pointer?: Pointer
  etag?: string
  /** What is assigned: behind the pointer for as long as its code can't be had. */
  stable?: string
  canary?: Canary
  underWay?: Promise<void>
}

export interface PointersOptions {
  store: ReleaseStore
  versions: Versions<unknown>
  failures: Failures
  withoutCode?: boolean
}

/** Follows each micro frontend's pointer on its own: one that hangs or is broken holds up nobody else. */
export function openPointers({ store, versions, failures, withoutCode }: PointersOptions) {
  const all = new Map<string, Followed>()

  function follow(name: string): Promise<void> {
    const it = all.get(name) ?? {}
    all.set(name, it)
    it.underWay ??= move(name, it).finally(() => (it.underWay = undefined))
    return it.underWay
  }

  async function move(name: string, it: Followed): Promise<void> {
    await failures.watch(name, undefined, () => read(name, it))
    if (!it.pointer) return
    const { stable, canary } = it.pointer
    failures.keepOnly(name, canary ? [stable, canary.version] : [stable])
    if (await activateStable(name, stable, it.stable === undefined)) it.stable = stable
    if (!canary) it.canary = undefined
    else if (await versions.activate(name, canary.version)) it.canary = canary
  }

  async function read(name: string, it: Followed): Promise<void> {
    const object = await store.readIfChanged(pointerKey(name), it.etag)
    // A pointer that vanished changes nothing: a mall does not close because an object is missing.
    if (object === 'same' || object === undefined) return
    const pointer = parsePointer(Buffer.from(object.bytes).toString(), name)
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

  function live(): LiveVersions[] {
    return [...all].flatMap(([name, { stable, canary }]) => (stable ? [{ name, stable, canary }] : []))
  }

  return {
    follow,
    live,
    names: () => [...all.keys()],
    /** When a version stopped being live; undefined while it is, here or by its pointer, and when it never was. */
    endedAt(name: string, version: string): number | undefined {
      const { pointer, stable, canary } = all.get(name) ?? {}
      const here = version === stable || version === canary?.version
      return here || !pointer ? undefined : endedAt(pointer, version)
    },
    inUse: () =>
      new Set(
        live().flatMap(({ name, stable, canary }) => [
          versionKey(name, stable),
          ...(canary ? [versionKey(name, canary.version)] : []),
        ]),
      ),
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
