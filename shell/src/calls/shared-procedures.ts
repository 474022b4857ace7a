import { z } from 'zod'

const seconds = z.record(z.string(), z.number()).optional()

/** What the BFF host lists of its bundles at /bundles. */
export const sharingSchema = z.array(
  z.object({ release: z.string(), publicFor: seconds, anonymousFor: seconds }),
)

export interface SharedProcedures {
  /** Takes the BFF host's list. Declarations of releases whose process has ended stay: a release never changes. */
  learn: (bundles: z.output<typeof sharingSchema>) => void
  /** Whether the answer is the same for all shoppers, or for all visitors without a session. */
  isShared: (release: string, procedure: string, hasSession: boolean) => boolean
}

const mostReleases = 200

/** The procedures of the releases (`cart@1.5.0`) whose answers may be remembered. Those of unknown releases are personal. */
export function openSharedProcedures(): SharedProcedures {
  const known = new Map<string, { always: Set<string>; withoutSession: Set<string> }>()
  return {
    learn(bundles) {
      for (const { release, publicFor = {}, anonymousFor = {} } of bundles) {
        if (known.has(release) || (isEmpty(publicFor) && isEmpty(anonymousFor))) continue
        known.set(release, {
          always: new Set(Object.keys(publicFor)),
          withoutSession: new Set(Object.keys(anonymousFor)),
        })
      }
      for (const release of [...known.keys()].slice(0, Math.max(0, known.size - mostReleases)))
        known.delete(release)
    },
    isShared(release, procedure, hasSession) {
      const of = known.get(release)
      return of?.always.has(procedure) === true || (!hasSession && of?.withoutSession.has(procedure) === true)
    },
  }
}

const isEmpty = (record: object) => Object.keys(record).length === 0
