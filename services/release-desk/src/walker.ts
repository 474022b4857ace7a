import { releasesPrefix } from '@mallhive/release-runtime/keys'
import { advanceRollout } from '@mallhive/release-kit/rollout/advance'
import type { Deps } from './deps.ts'
import { readHealth } from './health.ts'

export interface Walker extends Disposable {
  /** Returns why a rollout waits, or its last outcome. */
  lastWord: (name: string) => string | undefined
}

/**
 * Checks every rollout at an interval. Its state is in the pointers, so it may crash, restart or run in several processes. A
 * rollout that fails does not block the others.
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
    if (verdict !== 'idle' && verdict !== 'wait') log.info({ mfe: name, verdict, why }, 'rollout advanced')
  }

  function problem(name: string, error: unknown): void {
    log.warn({ err: error, mfe: name }, 'checking a rollout failed')
  }

  const timer = setInterval(() => {
    underWay ??= walk()
      .catch((error: unknown) => problem('*', error))
      .finally(() => (underWay = undefined))
  }, config.RELEASE_DESK_WALK_MS)
  return { lastWord: (name) => words.get(name), [Symbol.dispose]: () => clearInterval(timer) }
}
