import { movePointer, readPointer } from '@mallhive/release-runtime/pointer'
import type { NextLive, Pointer } from '@mallhive/release-runtime/pointer'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { SigningStore } from '@mallhive/release-runtime/trust/trusted-store'
import { askGate } from './ask-gate.ts'
import { decide, type Decision, defaultPolicy, type Policy } from './decide.ts'
import type { ReadHealth } from './health.ts'

export interface Advanced extends Omit<Decision, 'verdict'> {
  /** `idle`: nothing of this name is on its way. `done`: it is live for all now. */
  verdict: Decision['verdict'] | 'idle' | 'done'
  /** What is live after it. */
  pointer?: Pointer
}

export interface Walker {
  name: string
  /** Who walks, for the history. */
  by: string
  /** Where the mall answers, for what the gate asks of a running one. */
  origin?: string
  now?: Date
  policy?: Policy
}

/**
 * Looks once at how a rollout fares and takes the step that `decide` says, if any, in one conditional write. A step
 * forth asks the gate first, as `promote` does: what went live since the last one may be what it would break. Everything
 * it knows is in the pointer, so it may be called from anywhere, after any crash, by any number of walkers at once: of
 * two that see the same, one takes the step and the other changes nothing. When nobody can tell how the canary fares,
 * or what it would break, it waits.
 * @throws ReleaseError UNREACHABLE, INVALID when the pointer itself cannot be read or written
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
    if (!moved) return { verdict: 'wait', why: 'somebody else moved it', pointer: after }
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
      return { verdict: 'wait', why: 'nobody knows how it fares' }
    } catch (error) {
      return { verdict: 'wait', why: `nobody can tell how it fares: ${messageOf(error)}` }
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

/** What somebody overrode to begin with holds for every step. */
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
