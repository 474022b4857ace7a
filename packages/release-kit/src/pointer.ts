import { z } from 'zod'
import { jsonOf, nameSchema, versionSchema } from './descriptor.ts'
import { pointerKey } from './keys.ts'
import { ReleaseError } from './release-error.ts'
import type { ReleaseStore } from './store.ts'

const canarySchema = z.object({ version: versionSchema, percent: z.number().min(0.01).max(99.99) })

/** A canary that goes further by itself: at `steps[step]` per cent, since when. */
const rolloutSchema = z.object({
  steps: z.array(z.number().min(0.01).max(100)).min(1),
  step: z.number().int().nonnegative(),
  since: z.iso.datetime(),
})

const changeSchema = z.object({
  revision: z.number().int().positive(),
  at: z.iso.datetime(),
  by: z.string(),
  action: z.enum(['promote', 'canary', 'rollback', 'auto']),
  stable: versionSchema,
  canary: canarySchema.optional(),
  why: z.string().optional(),
})

const pointerSchema = z.object({
  name: nameSchema,
  revision: z.number().int().positive(),
  stable: versionSchema,
  canary: canarySchema.optional(),
  rollout: rolloutSchema.optional(),
  /** Newest first. */
  history: z.array(changeSchema),
})

export type Pointer = z.output<typeof pointerSchema>
export type PointerChange = z.output<typeof changeSchema>
export type Canary = z.output<typeof canarySchema>
type Rollout = z.output<typeof rolloutSchema>

const keptChanges = 200

/** Reads `live.json` of a micro frontend. @throws ReleaseError INVALID when it is not one, or another's */
export function parsePointer(json: string, name: string): Pointer {
  const parsed = pointerSchema.safeParse(jsonOf(json, `live.json of ${name}`))
  if (!parsed.success)
    throw new ReleaseError('INVALID', `live.json of ${name} is refused: ${z.prettifyError(parsed.error)}`)
  if (parsed.data.name !== name)
    throw new ReleaseError('INVALID', `live.json of ${name} speaks for ${parsed.data.name}`)
  return parsed.data
}

export async function readPointer(store: ReleaseStore, name: string): Promise<Pointer | undefined> {
  const object = await store.read(pointerKey(name))
  return object && parsePointer(Buffer.from(object.bytes).toString(), name)
}

export type NextLive = Pick<PointerChange, 'action' | 'stable' | 'canary'> & { rollout?: Rollout }

/**
 * Moves the pointer in one conditional write. `decide` sees what is live now and may return `undefined` to leave it.
 * @throws ReleaseError LOST_RACE, saying who was faster; nothing was changed then
 */
export async function movePointer(
  store: ReleaseStore,
  name: string,
  who: { by: string; why?: string },
  decide: (now: Pointer | undefined) => NextLive | undefined,
): Promise<{ pointer: Pointer; moved: boolean }> {
  const object = await store.read(pointerKey(name))
  const now = object && parsePointer(Buffer.from(object.bytes).toString(), name)
  const next = decide(now)
  if (!next) {
    if (!now) throw new ReleaseError('NOTHING_LIVE', `nothing of ${name} is live`)
    return { pointer: now, moved: false }
  }
  const revision = (now?.revision ?? 0) + 1
  const { rollout, ...live } = next
  const change: PointerChange = { revision, at: new Date().toISOString(), ...who, ...live }
  const history = [change, ...(now?.history ?? [])].slice(0, keptChanges)
  const pointer: Pointer = { name, revision, stable: live.stable, canary: live.canary, rollout, history }
  const bytes = Buffer.from(`${JSON.stringify(pointer, null, 1)}\n`)
  if (await store.replace(pointerKey(name), bytes, headers, object?.etag)) return { pointer, moved: true }
  throw await lostRace(store, name)
}

const headers = { contentType: 'application/json', cacheControl: 'no-cache' }

async function lostRace(store: ReleaseStore, name: string): Promise<ReleaseError> {
  const [last] = (await readPointer(store, name))?.history ?? []
  const winner = last
    ? `${last.by} was faster (${last.action} to ${last.stable} at ${last.at})`
    : 'somebody was faster'
  return new ReleaseError('LOST_RACE', `${name} was not changed: ${winner}. Look at it and try again.`)
}
