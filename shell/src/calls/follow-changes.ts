import { setTimeout as delay } from 'node:timers/promises'
import type { JsonClient } from '@mallhive/mfe-kit/host/json-client'
import { z } from 'zod'
import { explain, log } from '../server/log.ts'
import type { PublicAnswers } from '@mallhive/process-kit/public-answers'

const listSchema = z.object({ last: z.string(), changed: z.array(z.string()), missed: z.boolean() })

/** The BFF host answers within a second. */
const timeoutMs = 2500
const pauseMs = 500

/** Follows the BFF host's list of changes, by which remembered answers become wrong, until it is disposed of. */
export function followChanges(client: JsonClient, answers: Pick<PublicAnswers, 'apply'>): AsyncDisposable {
  const stop = new AbortController()

  async function follow(): Promise<void> {
    let last = ''
    let isSilent = false
    while (!stop.signal.aborted) {
      try {
        const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(timeoutMs)])
        const path = `/changes?after=${last}`
        const list = listSchema.parse(await client({ method: 'GET', path, headers: {}, signal }))
        answers.apply(list)
        last = list.last
        isSilent = false
      } catch (error) {
        if (stop.signal.aborted) return
        if (!isSilent)
          log('warn', 'the BFF host sends no list of changes: answers are not remembered until it does', {
            why: explain(error),
          })
        isSilent = true
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
