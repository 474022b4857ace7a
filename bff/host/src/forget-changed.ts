import { setTimeout as delay } from 'node:timers/promises'
import type { PublicAnswers } from '@mallhive/process-kit/public-answers'
import type { Changes } from './changes.ts'

const pauseMs = 500

/** Forgets the remembered answers that this instance's list of changes makes wrong, until it is disposed of. */
export function forgetChanged(
  changes: Pick<Changes, 'after'>,
  answers: Pick<PublicAnswers, 'apply'>,
): AsyncDisposable {
  const stop = new AbortController()

  async function follow(): Promise<void> {
    let last = ''
    while (!stop.signal.aborted) {
      try {
        const list = await changes.after(last)
        answers.apply(list)
        last = list.last
      } catch {
        // The list of changes logs why it cannot be read. Until it can, nothing is given from memory.
        await delay(pauseMs)
      }
    }
  }

  const following = follow()
  return {
    async [Symbol.asyncDispose]() {
      stop.abort()
      await following
    },
  }
}
