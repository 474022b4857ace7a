import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import { explain, log } from './log.ts'
import { findShellProcess, shellProcess } from './shell-process.ts'

/** Renders one page, which brings the rendering layer to life, and then executes every live expose. */
export async function warmUp(origin: string): Promise<void> {
  await fetch(`${origin}/_mall/warm-up`, { signal: AbortSignal.timeout(20_000) })
  const live = Object.values(shellProcess().releases.assign(0))
  const outcomes = await Promise.allSettled(live.map(executeExposes))
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected')
      log('warn', 'expose does not run here', { why: explain(outcome.reason) })
  }
}

/** Executes all that a release exposes, before shoppers meet it. Rejects when any of it does not load. */
export async function executeExposes(release: RemoteRelease): Promise<void> {
  const host = findShellProcess()?.host
  // Before the first render there is nothing to execute with; the warm-up makes up for it.
  if (!host) return
  await Promise.all(Object.keys(release.exposes).map((expose) => host.load(release, expose)))
}
