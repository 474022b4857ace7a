import { z } from 'zod'
import { sharingSchema } from '../calls/shared-procedures.ts'
import type { RegistryStatus } from '@mallhive/release-runtime/registry'

const answerSchema = z.object({
  bundles: sharingSchema,
  /** Versions that the BFF host serves; absent from older hosts. */
  live: z
    .array(z.object({ name: z.string(), stable: z.string().optional(), canary: z.string().optional() }))
    .optional(),
  faults: z.array(
    z.object({ release: z.string(), kind: z.string(), message: z.string(), at: z.iso.datetime() }),
  ),
  suspended: z.array(z.object({ name: z.string(), version: z.string(), why: z.string(), until: z.number() })),
})

type BundleState = z.output<typeof answerSchema>
export type BundleProblems = Omit<BundleState, 'bundles'>

/** Fetches the state of bundle processes from the BFF host. @throws when it does not answer within a second */
export async function askBundles(bffUrl: string): Promise<BundleState> {
  const answer = await fetch(`${bffUrl}/bundles`, { signal: AbortSignal.timeout(1000) })
  return answerSchema.parse(await answer.json())
}

/** Joins the states of several hosts. */
export const joinProblems = (states: BundleProblems[]): BundleProblems => ({
  live: states.flatMap(({ live = [] }) => live),
  faults: states.flatMap(({ faults }) => faults),
  suspended: states.flatMap(({ suspended }) => suspended),
})

/** A problem of a release. Its message is public. */
export type Problem = RegistryStatus['failing'][number] & {
  /** The text of the fault, which may contain data of shoppers: for logs and for staff. */
  detail?: string
}

/** Converts the state to problems of releases, one for each release and kind of fault. */
export function problemsOf(
  { faults, suspended }: Pick<BundleProblems, 'faults' | 'suspended'>,
  of: 'BFF' | 'page',
): Problem[] {
  const byKind = Map.groupBy(faults, ({ release, kind }) => `${release} ${kind}`)
  const failed = [...byKind.values()].flatMap((same) => {
    const [first] = same
    const last = same.at(-1)
    if (!first || !last) return []
    const [name = '', version] = first.release.split('@')
    const message = `its ${of} is at fault (${first.kind})`
    return [
      { name, version, message, detail: firstLine(last.message), since: first.at, attempts: same.length },
    ]
  })
  const evicted = suspended.map(({ name, version, why, until }) => ({
    name,
    version,
    message: `out of service until ${new Date(until).toISOString().slice(11, 16)} UTC, because its ${of} failed again and again (${kindOf(why)})`,
    detail: firstLine(why.replace(kindPrefix, '')),
    since: new Date().toISOString(),
    attempts: 1,
  }))
  return [...failed, ...evicted]
}

/** Returns the kind of fault that a version is out of service for: `EXITED: its text` → `EXITED`. */
export const kindOf = (why: string): string => kindPrefix.exec(why)?.[1] ?? 'UNKNOWN'
const kindPrefix = /^([A-Z_]+): /

const firstLine = (text: string) => text.split('\n')[0]
