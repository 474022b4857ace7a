import { setTimeout as sleep } from 'node:timers/promises'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import { type Advanced, advanceRollout } from '../rollout/advance.ts'
import type { ReadHealth } from '../rollout/health.ts'
import { remoteHealth } from '../rollout/remote-health.ts'
import { type StartRequest, startRollout } from '../rollout/start.ts'
import type { VerbInput, VerbResult } from './verb.ts'

const everyMs = 2000

type Input = Pick<VerbInput, 'signing' | 'by' | 'env' | 'progress' | 'say' | 'interrupted'>

/**
 * Starts a rollout, or joins the running one, and advances it until it ends. When interrupted, the rollout stays at its
 * step until another process advances it. So it does without RELEASE_HEALTH_URL: pipelines outside of the mall's network
 * cannot ask for the health of releases, and leave rollouts to the release desk.
 * @throws ReleaseError ROLLED_BACK
 */
export async function followRollout(
  { signing, by, env, progress, say, interrupted }: Input,
  request: StartRequest,
): Promise<VerbResult> {
  const { name, version } = request
  const health = env()['RELEASE_HEALTH_URL'] ? remoteHealth(env()) : undefined
  const releases = await signing()
  const { pointer, moved } = await startRollout(releases, request)
  let percent = pointer.canary?.percent
  say(`${name} ${version} ${moved ? 'begins with' : 'goes on at'} ${percent} % of shoppers`, {
    percent,
    moved,
  })

  const signal = interrupted()
  if (!health) return stays()
  while (!signal.aborted) {
    // oxlint-disable-next-line no-await-in-loop -- one step after the other
    const step = await progress.step(`${name} ${version} at ${percent} %`, (how) => walk(health, how))
    const { verdict, why, pointer: live } = step ?? {}
    if (verdict === 'done' || (verdict === 'idle' && live?.stable === version)) {
      return { lines: [`${name} ${version} is live for all`], json: { verdict: 'done', why } }
    }
    if (verdict === 'rollback' || verdict === 'idle') {
      const reason = verdict === 'rollback' ? why : live?.history[0]?.why
      throw new ReleaseError('ROLLED_BACK', `${name} ${version} was taken back: ${reason ?? 'by hand'}`)
    }
    if (verdict === 'advance') {
      percent = live?.canary?.percent
      say(`on to ${percent} %: ${why}`, { verdict, percent, why })
    }
  }
  return stays()

  function stays(): VerbResult {
    const line = `${name} ${version} stays at ${percent} % until the release desk or mall promote ${name} ${version} --auto goes on`
    return { lines: [line], json: { verdict: 'wait', percent } }
  }

  /** Advances until the verdict is not `wait`; undefined when interrupted. */
  async function walk(
    of: ReadHealth,
    how: (done: number, of: number) => void,
  ): Promise<Advanced | undefined> {
    while (!signal.aborted) {
      // oxlint-disable-next-line no-await-in-loop
      const step = await advanceRollout(releases, of, { name, by, origin: env()['PUBLIC_ORIGIN'] })
      if (step.verdict !== 'wait') return step
      if (step.seen) how(step.seen.documents, step.seen.of)
      // oxlint-disable-next-line no-await-in-loop
      await sleep(everyMs, undefined, { signal }).catch(() => {})
    }
    return undefined
  }
}
