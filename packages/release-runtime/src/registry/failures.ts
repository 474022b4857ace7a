import { versionKey } from './version-key.ts'

export interface Failure {
  name: string
  /** Absent when the pointer itself cannot be followed. */
  version?: string
  message: string
  since: string
  attempts: number
}

export interface Failures {
  /**
   * Calls `run` and records its failure. Returns `undefined` when it failed, or when an earlier failure's delay has not
   * passed.
   */
  watch: <T>(name: string, version: string | undefined, run: () => Promise<T>) => Promise<T | undefined>
  /** Calls `run` and rethrows its failure; a failure of the last five seconds is rethrown without another call. */
  once: <T>(name: string, version: string, run: () => Promise<T>) => Promise<T>
  /** Forgets failures of all other versions of a micro frontend. */
  keepOnly: (name: string, versions: string[]) => void
  list: () => Failure[]
}

export type OnProblem = (problem: { name: string; version?: string; message: string }) => void

const longestWaitMs = 15_000
const refusalFor = 5000
const rememberedRefusals = 500

/** Creates the list of current failures. Code is retried after 1, 2, 4 … 15 s; pointers at every poll. */
export function openFailures(now: () => number, onProblem?: OnProblem): Failures {
  const failing = new Map<string, Failure & { retryAt: number }>()
  const refused = new Map<string, { error: unknown; until: number }>()

  function record(name: string, version: string | undefined, error: unknown) {
    const key = versionKey(name, version)
    const message = error instanceof Error ? error.message : String(error)
    const before = failing.get(key)
    const attempts = (before?.attempts ?? 0) + 1
    const waitMs = version === undefined ? 0 : Math.min(1000 * 2 ** (attempts - 1), longestWaitMs)
    const since = before?.since ?? new Date(now()).toISOString()
    failing.set(key, { name, version, message, since, attempts, retryAt: now() + waitMs })
    if (before?.message !== message) onProblem?.({ name, version, message })
  }

  function remember(key: string, error: unknown) {
    const [oldest] = refused.keys()
    if (refused.size >= rememberedRefusals && oldest) refused.delete(oldest)
    refused.set(key, { error, until: now() + refusalFor })
  }

  return {
    async watch(name, version, run) {
      const key = versionKey(name, version)
      if ((failing.get(key)?.retryAt ?? 0) > now()) return undefined
      try {
        const result = await run()
        failing.delete(key)
        return result
      } catch (error) {
        record(name, version, error)
        return undefined
      }
    },
    async once(name, version, run) {
      const key = versionKey(name, version)
      const refusal = refused.get(key)
      if (refusal && refusal.until > now()) throw refusal.error
      refused.delete(key)
      try {
        return await run()
      } catch (error) {
        remember(key, error)
        throw error
      }
    },
    keepOnly(name, versions) {
      for (const [key, failure] of failing) {
        const stale = failure.version !== undefined && !versions.includes(failure.version)
        if (failure.name === name && stale) failing.delete(key)
      }
    },
    list: () =>
      [...failing.values()].map(({ name, version, message, since, attempts }) => ({
        name,
        version,
        message,
        since,
        attempts,
      })),
  }
}
