import { createHash } from 'node:crypto'
import { z } from 'zod'
import { jsonOf, nameSchema, versionSchema } from './descriptor.ts'
import { pointerKey, signatureKey } from './keys.ts'
import { ReleaseError } from './release-error.ts'
import type { ReleaseStore } from './store.ts'
import { signatureSchema, signJson } from './trust/signature.ts'
import type { Trust } from './trust/trust.ts'
import type { SigningStore, TrustedStore } from './trust/trusted-store.ts'

const canarySchema = z.object({ version: versionSchema, percent: z.number().min(0.01).max(99.99) })

/** An automatic rollout: the canary has `steps[step]` per cent, since the given time. */
const rolloutSchema = z.object({
  steps: z.array(z.number().min(0.01).max(100)).min(1),
  step: z.number().int().nonnegative(),
  since: z.iso.datetime(),
})

const changeSchema = z.object({
  revision: z.number().int().positive(),
  at: z.iso.datetime(),
  by: z.string(),
  action: z.enum(['promote', 'canary', 'rollback', 'auto', 'retire', 'withdraw']),
  stable: versionSchema,
  canary: canarySchema.optional(),
  why: z.string().optional(),
  /** The version that `withdraw` ended; `why` is the reason. */
  withdrew: versionSchema.optional(),
  /** The gate's refusals that were overridden; `why` is the reason. */
  overrode: z.array(z.string()).optional(),
})

/** A version that must not run any more because of a vulnerability. Irreversible. */
const withdrawalSchema = z.object({
  version: versionSchema,
  at: z.iso.datetime(),
  by: z.string(),
  reason: z.string(),
})

const pointerSchema = z.object({
  name: nameSchema,
  revision: z.number().int().positive(),
  stable: versionSchema,
  canary: canarySchema.optional(),
  rollout: rolloutSchema.optional(),
  /** No version is live; `stable` is the last one that was. */
  retired: z.literal(true).optional(),
  /** Not truncated, unlike the history. */
  withdrawn: z.array(withdrawalSchema).optional(),
  /** Newest first. */
  history: z.array(changeSchema),
})

export type Pointer = z.output<typeof pointerSchema>
export type PointerChange = z.output<typeof changeSchema>
export type Canary = z.output<typeof canarySchema>
type Rollout = z.output<typeof rolloutSchema>

/**
 * Changes that the history keeps: the newest 200 and all of the last two days, at most 2000. Hosts read from it which
 * versions were live, so it must cover every version that open documents may still run.
 */
const keptChanges = 200
const keptForMs = 2 * 24 * 3600 * 1000
const mostChanges = 2000

function trim(history: PointerChange[], now: number): PointerChange[] {
  const isKept = ({ at }: PointerChange, age: number) => age < keptChanges || now - Date.parse(at) < keptForMs
  return history.slice(0, mostChanges).filter(isKept)
}

const sealSchema = z.looseObject({ signature: signatureSchema })

/**
 * Parses `live.json` of a micro frontend after verifying its signature.
 * @throws ReleaseError UNTRUSTED; INVALID when it is not a pointer, or another micro frontend's
 */
export function parsePointer(trust: Trust, bytes: Uint8Array, name: string): Pointer {
  const sealed = sealSchema.safeParse(jsonOf(Buffer.from(bytes).toString(), `live.json of ${name}`))
  if (!sealed.success) throw new ReleaseError('UNTRUSTED', `live.json of ${name} is not signed`)
  const { signature, ...json } = sealed.data
  trust.verify('pointer', name, json, signature)
  const parsed = pointerSchema.safeParse(json)
  if (!parsed.success)
    throw new ReleaseError('INVALID', `live.json of ${name} is refused: ${z.prettifyError(parsed.error)}`)
  if (parsed.data.name !== name)
    throw new ReleaseError('INVALID', `live.json of ${name} describes ${parsed.data.name}`)
  return parsed.data
}

/** Returns the pointer of a micro frontend. @throws ReleaseError UNTRUSTED, INVALID, UNREACHABLE */
export async function readPointer(
  { store, trust }: TrustedStore,
  name: string,
): Promise<Pointer | undefined> {
  const object = await store.read(pointerKey(name))
  return object && parsePointer(trust, object.bytes, name)
}

export type NextLive = Pick<PointerChange, 'action' | 'stable' | 'canary' | 'withdrew'> & {
  rollout?: Rollout
  retired?: true
}

export interface Mover {
  by: string
  why?: string
  /** The gate's refusals that were overridden. */
  overrode?: string[]
  /** Replaces a pointer that is unreadable or untrusted; refused otherwise. */
  repair?: boolean
}

/**
 * Moves the pointer in one conditional write. `decide` gets the current pointer and may return `undefined` to leave it
 * unchanged.
 * @throws ReleaseError LOST_RACE naming the concurrent change; WITHDRAWN, UNTRUSTED, INVALID, NOTHING_LIVE. The pointer
 * is unchanged then
 */
export async function movePointer(
  signing: SigningStore,
  name: string,
  { by, why, overrode, repair = false }: Mover,
  decide: (now: Pointer | undefined) => NextLive | undefined,
): Promise<{ pointer: Pointer; moved: boolean }> {
  const { store, signer } = signing
  const object = await store.read(pointerKey(name))
  const now = object && known(signing.trust, object.bytes, name, repair)
  const next = decide(now)
  if (!next) {
    if (!now) throw new ReleaseError('NOTHING_LIVE', `no version of ${name} is live`)
    return { pointer: now, moved: false }
  }
  const revision = object && !now ? repairedRevision() : (now?.revision ?? 0) + 1
  const { rollout, retired, ...live } = next
  const change = withoutAddress({ revision, at: new Date().toISOString(), by, why, overrode, ...live })
  const history = trim([change, ...(now?.history ?? [])], Date.now()).map(withoutAddress)
  const withdrawn = withdrawals(now, change)?.map(withoutAddress)
  if (!retired) requireNotWithdrawn(name, withdrawn, live)
  const { stable, canary } = live
  const pointer: Pointer = { name, revision, stable, canary, rollout, retired, withdrawn, history }
  const signature = await signJson(signer, pointer)
  const bytes = Buffer.from(`${JSON.stringify({ ...pointer, signature }, null, 1)}
`)
  // A pointer that the key may not sign is refused by every reader, so writing it would block all later moves but a repair.
  parsePointer(signing.trust, bytes, name)
  if (!(await store.replace(pointerKey(name), bytes, headers, object?.etag)))
    throw await lostRace(signing, name)
  const gone = await deletedMeanwhile(store, pointer, now)
  if (!gone) return { pointer, moved: true }
  const undo = { by, why: `${gone} was deleted meanwhile` }
  if (now) await movePointer(signing, name, undo, (current) => without(gone, now, current))
  throw new ReleaseError('NOT_PUBLISHED', `${name} ${gone} was deleted just now: publish it again`)
}

/** Restores what was live before a deleted version; undefined where a later change has replaced that version already. */
function without(gone: string, before: Pointer, current: Pointer | undefined): NextLive | undefined {
  if (current?.stable !== gone && current?.canary?.version !== gone) return undefined
  const { stable, canary, rollout, retired } = before
  return { action: retired ? 'retire' : 'rollback', stable, canary, rollout, retired }
}

/** Whether the pointer lists a version as withdrawn. */
export function isWithdrawn({ withdrawn = [] }: Pick<Pointer, 'withdrawn'>, version: string): boolean {
  return withdrawn.some((it) => it.version === version)
}

function withdrawals(
  now: Pointer | undefined,
  { withdrew, at, by, why = '' }: PointerChange,
): Pointer['withdrawn'] {
  if (!withdrew) return now?.withdrawn
  return [...(now?.withdrawn ?? []), { version: withdrew, at, by, reason: why }]
}

function requireNotWithdrawn(
  name: string,
  withdrawn: Pointer['withdrawn'],
  { stable, canary }: NextLive,
): void {
  const named = [stable, ...(canary ? [canary.version] : [])]
  const refused = named.find((version) => isWithdrawn({ withdrawn }, version))
  if (refused) throw new ReleaseError('WITHDRAWN', `${name} ${refused} was withdrawn: publish a new version`)
}

/**
 * Whether `mall gc` deleted the release during the move. `gc` removes the signature and then reads the pointer; a move
 * writes the pointer and then reads the signature: so one of the two detects the other.
 */
async function deletedMeanwhile(
  store: ReleaseStore,
  { name, stable, canary }: Pointer,
  before: Pointer | undefined,
): Promise<string | undefined> {
  const named = [stable, ...(canary ? [canary.version] : [])]
  const added = named.filter((version) => version !== before?.stable && version !== before?.canary?.version)
  const signed = await Promise.all(added.map((version) => store.read(signatureKey(name, version))))
  return added.find((_, i) => !signed[i])
}

function known(trust: Trust, bytes: Uint8Array, name: string, repair: boolean): Pointer | undefined {
  try {
    return parsePointer(trust, bytes, name)
  } catch (error) {
    if (repair) return undefined
    throw error
  }
}

/**
 * Hosts refuse revisions below the last one they saw, which is unknown here. Seconds since 1970 exceed it: no pointer
 * moves once a second.
 */
const repairedRevision = () => Math.floor(Date.now() / 1000)

/** Pointers are public, so an e-mail address is replaced by a pseudonym: `user-` and the start of its hash. */
const withoutAddress = <T extends { by: string }>(entry: T): T =>
  entry.by.includes('@') ? { ...entry, by: pseudonymOf(entry.by) } : entry

const pseudonymOf = (address: string) =>
  `user-${createHash('sha256').update(address.trim().toLowerCase()).digest('hex').slice(0, 8)}`

const headers = { contentType: 'application/json', cacheControl: 'no-cache' }

async function lostRace(store: TrustedStore, name: string): Promise<ReleaseError> {
  const [last] = (await readPointer(store, name))?.history ?? []
  const winner = last
    ? `${last.by} changed it first (${last.action} to ${last.stable} at ${last.at})`
    : 'a concurrent change came first'
  return new ReleaseError('LOST_RACE', `${name} was not changed: ${winner}. Look at it and try again.`)
}
