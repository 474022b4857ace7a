import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

const live = z.array(
  z.object({ name: z.string(), stable: z.string().optional(), canary: z.string().optional() }),
)

const answerSchema = z.object({
  live,
  /** What the BFF host serves; absent from older shells. */
  bffs: live.optional(),
  loaded: z.array(z.string()).default([]),
  failing: z.array(z.object({ name: z.string(), version: z.string().optional(), message: z.string() })),
})

const lookEveryMs = 200
const deadlineMs = 10_000

/** Whether a mall serves a version, and if not, why; `unchecked` when no shell could be asked. */
export type Served = { served: true } | { served: false; why: string; unchecked?: true }

/** Waits until the shell and the BFF host serve a promoted version, at most ten seconds. */
export async function waitUntilServed(
  origin: string | undefined,
  { name, version }: { name: string; version: string },
): Promise<Served> {
  if (!origin)
    return { served: false, why: 'PUBLIC_ORIGIN does not say where the mall answers', unchecked: true }
  let why = ''
  const served = await until(origin, (status) => {
    const missing = missingAt(status, name, version)
    const failure = status.failing.find((it) => it.name === name && it.version === version)
    why = failure?.message ?? missing ?? ''
    return missing === undefined
  })
  if (served === undefined) return { served: false, why: `no shell answers at ${origin}`, unchecked: true }
  return served ? { served } : { served, why }
}

/** Returns what a host serves in place of a version; undefined when all hosts serve it. */
function missingAt({ live: shell, bffs = shell }: Status, name: string, version: string): string | undefined {
  for (const [host, versions] of Object.entries({ 'the shell': shell, 'the BFF host': bffs })) {
    const its = versions.find((it) => it.name === name)
    if (!its || ![its.stable, its.canary].includes(version))
      return `${host} serves ${its?.stable ?? 'nothing'} of ${name}`
  }
  return undefined
}

/**
 * Waits until neither the shell nor the BFF host serves a micro frontend, or a version of it, at most ten seconds. Returns
 * whether they have stopped; undefined when no shell could be asked.
 */
export async function waitUntilGone(
  origin: string | undefined,
  { name, version }: { name: string; version?: string },
): Promise<boolean | undefined> {
  if (!origin) return undefined
  return until(origin, ({ live: shell, bffs = [], loaded }) => {
    // A retired micro frontend is listed without versions.
    const versions = [...shell, ...bffs]
      .filter((it) => it.name === name)
      .flatMap(({ stable, canary }) => [stable ?? [], canary ?? []].flat())
    if (version === undefined) return versions.length === 0
    return !versions.includes(version) && !loaded.includes(`${name}@${version}`)
  })
}

type Status = z.output<typeof answerSchema>

/** Asks for the shell's status until it holds, at most ten seconds; returns undefined when no shell answers. */
async function until(origin: string, holds: (status: Status) => boolean): Promise<boolean | undefined> {
  const end = Date.now() + deadlineMs
  while (Date.now() < end) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    const status = await statusAt(origin)
    if (!status) return undefined
    if (holds(status)) return true
    // oxlint-disable-next-line no-await-in-loop
    await sleep(lookEveryMs)
  }
  return false
}

async function statusAt(origin: string): Promise<Status | undefined> {
  try {
    const answer = await fetch(new URL('/_mall/status.json', origin), { signal: AbortSignal.timeout(3000) })
    return answerSchema.safeParse(await answer.json()).data
  } catch {
    return undefined // no shell, or one without a status
  }
}

/** Returns a line for people; a version counts as live once shell and BFF host serve it. */
export const servedLine = (what: string, state: Served): string =>
  state.served ? `${what} is live` : `${what} is not served yet: ${state.why}`

/** Whether a mall that was asked does not serve the version. */
export const isUnserved = (state: Served): boolean => !state.served && !state.unchecked
