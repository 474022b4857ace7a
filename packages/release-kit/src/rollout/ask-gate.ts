import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { TrustedStore } from '@mallhive/release-runtime/trust/trusted-store'

export interface Question {
  name: string
  version: string
  /** Where the mall answers; without it, what only a running mall knows is not checked. */
  origin?: string
  /** Refusals that count no more. */
  overrode?: string[]
}

/**
 * What the gate has against a published release at this moment, for the history; undefined when nothing.
 * @throws ReleaseError UNREACHABLE when nobody can tell
 */
export async function askGate(
  trusted: TrustedStore,
  { name, version, origin, overrode = [] }: Question,
): Promise<string | undefined> {
  // The gate brings a compiler along, which nobody needs while a rollout only waits.
  const [{ publishedCandidate }, { checkRelease }, { readLiveMall }] = await Promise.all([
    import('../gate/candidate.ts'),
    import('../gate/check-release.ts'),
    import('../gate/read-live-mall.ts'),
  ])
  await trusted.trust.refresh()
  try {
    const candidate = await publishedCandidate(trusted, name, version)
    const { refused } = await checkRelease(candidate, await readLiveMall(trusted, { origin }))
    const standing = refused.filter(({ refusal }) => !overrode.includes(refusal))
    return standing.map(({ refusal, problem }) => `${refusal}: ${problem}`).join('; ') || undefined
  } catch (error) {
    if (error instanceof ReleaseError && error.reason !== 'UNREACHABLE') return error.message
    throw error
  }
}
