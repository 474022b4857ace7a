import { releasesPrefix } from '@mallhive/release-runtime/keys'
import { advanceRollout } from '@mallhive/release-kit/rollout/advance'
import type { Deps } from './deps.ts'
import { readHealth } from './health.ts'

export type Walker = Deps['walker'] & Disposable

/**
 * Looks at every rollout again and again. All it knows is in the pointers, so it may crash, start anew or run twice. One that
 * can't be looked at holds up no other.
 */
export function startWalker(deps: Pick<Deps, 'config' | 'log' | 'releases' | 'releaseHealth'>): Walker {
  const { config, log, releases } = deps
  const words = new Map<string, string>()
  const health = readHealth(deps)
  let underWay: Promise<void> | undefined

  async function walk(): Promise<void> {
    await releases.trust.refresh()
    const names = await releases.store.folders(releasesPrefix)
    await Promise.all(names.map((name) => look(name).catch((error: unknown) => problem(name, error))))
  }

  async function look(name: string): Promise<void> {
    const walker = { name, by: 'release desk', origin: config.PUBLIC_ORIGIN }
    const { verdict, why } = await advanceRollout(releases, health, walker)
    if (verdict === 'idle') words.delete(name)
    else words.set(name, why)
    if (verdict !== 'idle' && verdict !== 'wait')
      log.info({ mfe: name, verdict, why }, 'a rollout took a step')
  }

  function problem(name: string, error: unknown): void {
    log.warn({ err: error, mfe: name }, 'a rollout can’t be looked at')
  }

  const timer = setInterval(() => {
    underWay ??= walk()
      .catch((error: unknown) => problem('*', error))
      .finally(() => (underWay = undefined))
  }, config.RELEASE_DESK_WALK_MS)
  return { lastWord: (name) => words.get(name), [Symbol.dispose]: () => clearInterval(timer) }
}
