import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { TrustedStore } from '@mallhive/release-runtime/trust/trusted-store'

export interface Question {
  name: string
  version: string
  /** Origin of the mall; without it, checks that need a running mall are skipped. */
  origin?: string
  /** Overridden refusals, which are ignored. */
  overrode?: string[]
}

/**
 * Runs the gate on a published release; returns its refusals as text for the history, undefined without any.
 * @throws ReleaseError UNREACHABLE when the bucket or the mall does not respond
 */
export async function askGate(
  trusted: TrustedStore,
  { name, version, origin, overrode = [] }: Question,
): Promise<string | undefined> {
  // Loaded on demand: the gate imports a compiler, which a waiting rollout does not need.
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
