import { movePointer, readPointer } from '@mallhive/release-runtime/pointer'
import type { NextLive, Pointer } from '@mallhive/release-runtime/pointer'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { SigningStore } from '@mallhive/release-runtime/trust/trusted-store'
import { askGate } from './ask-gate.ts'
import { decide, type Decision, defaultPolicy, type Policy } from './decide.ts'
import type { ReadHealth } from './health.ts'

export interface Advanced extends Omit<Decision, 'verdict'> {
  /** `idle`: no rollout of this name is running. `done`: it is live for all now. */
  verdict: Decision['verdict'] | 'idle' | 'done'
  /** The pointer afterwards. */
  pointer?: Pointer
}

export interface Walker {
  name: string
  /** The user's name, for the history. */
  by: string
  /** Origin of the mall, for checks of the gate that need a running one. */
  origin?: string
  now?: Date
  policy?: Policy
}

/**
 * Reads the health of a rollout once and takes the step that `decide` returns, if any, in one conditional write. A step
 * forward runs the gate first, as `promote` does: the release may break a version that went live since the last step.
 * All state is in the pointer, so any number of processes may call it, also after a crash: of two concurrent calls one
 * takes the step and the other changes nothing. It waits when the health or the gate's verdict is unavailable.
 * @throws ReleaseError UNREACHABLE, INVALID when the pointer cannot be read or written
 */
export async function advanceRollout(
  signing: SigningStore,
  health: ReadHealth,
  { name, by, origin, now = new Date(), policy = defaultPolicy }: Walker,
): Promise<Advanced> {
  const pointer = await readPointer(signing, name)
  const { rollout, canary } = pointer ?? {}
  if (!pointer || !rollout || !canary) return { verdict: 'idle', why: 'no rollout is under way', pointer }

  const judged = await judge()
  const decision = judged.verdict === 'advance' ? await passGate(judged) : judged
  if (decision.verdict === 'wait') return { ...decision, pointer }
  const next = decision.verdict === 'rollback' ? back(pointer) : forth(pointer, now)
  try {
    const seen = pointer.revision
    const { pointer: after, moved } = await movePointer(signing, name, { by, why: decision.why }, (live) =>
      live?.revision === seen ? next : undefined,
    )
    if (!moved) return { verdict: 'wait', why: 'another process moved it', pointer: after }
    return { ...decision, verdict: isDone(after, canary.version) ? 'done' : decision.verdict, pointer: after }
  } catch (error) {
    if (!(error instanceof ReleaseError) || error.reason !== 'LOST_RACE') throw error
    return { verdict: 'wait', why: error.message, pointer }
  }

  async function judge(): Promise<Decision> {
    const since = new Date(rollout?.since ?? now)
    const versions = [pointer?.stable ?? '', canary?.version ?? '']
    try {
      const [stableHealth, canaryHealth] = await health(name, versions, since)
      if (stableHealth && canaryHealth) return decide(stableHealth, canaryHealth, since, now, policy)
      return { verdict: 'wait', why: 'its health is unknown' }
    } catch (error) {
      return { verdict: 'wait', why: `its health cannot be read: ${messageOf(error)}` }
    }
  }

  async function passGate(onward: Decision): Promise<Decision> {
    const question = { name, version: canary?.version ?? '', origin, overrode: overriddenIn(pointer) }
    try {
      const refused = await askGate(signing, question)
      return refused ? { verdict: 'rollback', why: `the gate refuses it by now: ${refused}` } : onward
    } catch (error) {
      return { verdict: 'wait', why: `the gate cannot be asked: ${messageOf(error)}` }
    }
  }
}

/** Returns the refusals that were overridden at the start; they stay overridden for every step. */
function overriddenIn(pointer: Pointer | undefined): string[] | undefined {
  const begun = pointer?.history.find(
    ({ action, canary }) => action === 'auto' && canary?.percent === pointer.rollout?.steps[0],
  )
  return begun?.overrode
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

function back({ stable }: Pointer): NextLive {
  return { action: 'rollback', stable }
}

function forth({ stable, canary, rollout }: Pointer, now: Date): NextLive {
  const step = (rollout?.step ?? 0) + 1
  const percent = rollout?.steps[step] ?? 100
  if (!canary || !rollout || percent >= 100) return { action: 'auto', stable: canary?.version ?? stable }
  const onward = { ...rollout, step, since: now.toISOString() }
  return { action: 'auto', stable, canary: { version: canary.version, percent }, rollout: onward }
}

const isDone = ({ stable, rollout }: Pointer, version: string) => stable === version && !rollout
