import { setTimeout as delay } from 'node:timers/promises'
import { isDatabaseDown } from './database-down.ts'
import { DomainError } from './errors.ts'

const longestPauseSeconds = 15

export interface Waiting {
  pauseSeconds: (tries: number) => number
  /** Called after each try in vain. */
  onWait: (error: unknown, tries: number) => void
  /** Ends the wait: the last error is thrown. */
  signal: AbortSignal
}

/** Runs `work` until it no longer fails because what it needs is unavailable: a refusal says so, or the database is down. */
export async function whenAvailable<T>(
  work: () => Promise<T>,
  { pauseSeconds, onWait, signal }: Waiting,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- tries follow each other
      return await work()
    } catch (error) {
      if (!isUnavailable(error) || signal.aborted) throw error
      onWait(error, tries)
      const seconds = Math.min(pauseSeconds(tries), longestPauseSeconds)
      // oxlint-disable-next-line no-await-in-loop -- tries follow each other
      await delay(seconds * 1000, undefined, { signal }).catch(() => {})
    }
  }
}

const isUnavailable = (error: unknown) =>
  (error instanceof DomainError && error.kind === 'unavailable') || isDatabaseDown(error)
