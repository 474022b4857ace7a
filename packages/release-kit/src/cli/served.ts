import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

const answerSchema = z.object({
  live: z.array(z.object({ name: z.string(), stable: z.string().optional(), canary: z.string().optional() })),
  failing: z.array(z.object({ name: z.string(), version: z.string().optional(), message: z.string() })),
})

const lookEveryMs = 200
const deadlineMs = 10_000

/** Whether the shell of a mall serves a version, and if not, why. */
export type Served = { served: true } | { served: false; why: string }

/** Waits until the shell serves a promoted version, at most ten seconds. */
export async function waitUntilServed(
  origin: string | undefined,
  { name, version }: { name: string; version: string },
): Promise<Served> {
  if (!origin) return { served: false, why: 'PUBLIC_ORIGIN does not say where the mall answers' }
  const end = Date.now() + deadlineMs
  let why = ''
  while (Date.now() < end) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    const status = await statusAt(origin)
    if (!status) return { served: false, why: `no shell answers at ${origin}` }
    const live = status.live.find((it) => it.name === name)
    if (live && [live.stable, live.canary].includes(version)) return { served: true }
    const failure = status.failing.find((it) => it.name === name && it.version === version)
    why = failure?.message ?? `the shell serves ${live?.stable ?? 'nothing'} of ${name}`
    // oxlint-disable-next-line no-await-in-loop
    await sleep(lookEveryMs)
  }
  return { served: false, why }
}

/** Waits until the shell has stopped serving a retired micro frontend, at most ten seconds; returns whether it has. */
export async function waitUntilGone(origin: string | undefined, name: string): Promise<boolean> {
  if (!origin) return false
  const end = Date.now() + deadlineMs
  while (Date.now() < end) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    const status = await statusAt(origin)
    if (!status) return false
    if (!status.live.some((it) => it.name === name)) return true
    // oxlint-disable-next-line no-await-in-loop
    await sleep(lookEveryMs)
  }
  return false
}

async function statusAt(origin: string): Promise<z.output<typeof answerSchema> | undefined> {
  try {
    const answer = await fetch(new URL('/_mall/status.json', origin), { signal: AbortSignal.timeout(3000) })
    return answerSchema.safeParse(await answer.json()).data
  } catch {
    return undefined // no shell, or one without a status
  }
}

/** Returns a line for people; a version counts as live once the shell serves it. */
export const servedLine = (what: string, state: Served): string =>
  state.served ? `${what} is live` : `${what} is not served yet: ${state.why}`
