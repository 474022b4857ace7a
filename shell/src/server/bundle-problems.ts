import { z } from 'zod'
import type { RegistryStatus } from '@mallhive/release-runtime/registry'

const answerSchema = z.object({
  faults: z.array(
    z.object({ release: z.string(), kind: z.string(), message: z.string(), at: z.iso.datetime() }),
  ),
  suspended: z.array(z.object({ name: z.string(), version: z.string(), why: z.string(), until: z.number() })),
})

export type BundleProblems = z.output<typeof answerSchema>

/** Fetches the state of bundle processes from the BFF host. @throws when it does not answer within a second */
export async function askBundleProblems(bffUrl: string): Promise<BundleProblems> {
  const answer = await fetch(`${bffUrl}/bundles`, { signal: AbortSignal.timeout(1000) })
  return answerSchema.parse(await answer.json())
}

/** Converts the state to problems of releases, one for each release and kind of fault. */
export function problemsOf({ faults, suspended }: BundleProblems): RegistryStatus['failing'] {
  const byKind = Map.groupBy(faults, ({ release, kind }) => `${release} ${kind}`)
  const failed = [...byKind.values()].flatMap((same) => {
    const [first] = same
    const last = same.at(-1)
    if (!first || !last) return []
    const [name = '', version] = first.release.split('@')
    const message = `its BFF is at fault (${first.kind}): ${last.message.split('\n')[0]}`
    return [{ name, version, message, since: first.at, attempts: same.length }]
  })
  const evicted = suspended.map(({ name, version, why, until }) => ({
    name,
    version,
    message: `out of service until ${new Date(until).toISOString()}, because its BFF failed again and again: ${why.split('\n')[0]}`,
    since: new Date().toISOString(),
    attempts: 1,
  }))
  return [...failed, ...evicted]
}
