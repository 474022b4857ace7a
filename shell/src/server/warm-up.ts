import { explain, log } from './log.ts'
import { shellProcess } from './shell-process.ts'

/** Renders one page, which brings the rendering layer to life, and then loads every live expose. */
export async function warmUp(origin: string): Promise<void> {
  const { releases } = shellProcess()
  try {
    await fetch(`${origin}/_mall/warm-up`, { signal: AbortSignal.timeout(20_000) })
  } catch (error) {
    log('warn', 'warm-up page failed', { why: explain(error) })
  }
  await Promise.all(Object.values(releases.assign(0)).map((release) => loadExposes(release.id)))
}

/** Executes what a release exposes before shoppers meet it. Rejects when any of it does not load. */
export async function loadExposes(id: string): Promise<void> {
  const { releases, host } = shellProcess()
  const release = releases.find(id)
  if (!host || !release) return
  await Promise.allSettled(Object.keys(release.exposes).map((expose) => host.load(release, expose)))
}
