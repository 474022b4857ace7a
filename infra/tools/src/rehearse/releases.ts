import { type Rollout, described, isAborted, isPromoted, isUndecided, rollouts, waitFor } from './rollouts.ts'
import { applications } from './applications.ts'
import type { RehearsedMall } from './open-mall.ts'
import type { StepOutcome } from './step-outcome.ts'

const everyPart = () => true
const isService = ({ metadata }: Rollout) =>
  !isBff({ metadata } as Rollout) && !isShell({ metadata } as Rollout)
const isBff = ({ metadata }: Rollout) => metadata.labels['app.kubernetes.io/component'] === 'bff'
const isShell = ({ metadata }: Rollout) =>
  (metadata.labels['app.kubernetes.io/component'] ?? '').startsWith('shell')

/**
 * Releases the whole mall in a good version, then a bad version of all services, which Argo Rollouts takes back by itself and a
 * revert takes out of git, then one of the BFF that gets no requests: it waits for a person, who takes it back.
 */
export async function releases(mall: RehearsedMall): Promise<StepOutcome> {
  const { kubectl, traffic, release, revert, settled } = mall
  const failures: string[] = []
  const expect = async (
    what: string,
    chosen: (rollout: Rollout) => boolean,
    isSo: (rollout: Rollout) => boolean,
  ) => {
    const { reached, others } = await waitFor(kubectl, 240, chosen, isSo)
    failures.push(...others.map((it) => `${what}: ${described(it)}`))
    return reached.length
  }

  const first = new Map(
    (await rollouts(kubectl)).map(({ metadata, status }) => [metadata.name, status?.stableRS]),
  )
  const isNew = (rollout: Rollout) => rollout.status?.stableRS !== first.get(rollout.metadata.name)
  await release('good', ['service', 'bff-host', 'shell'])
  const goodPromoted = await expect(
    'a good version is not promoted',
    everyPart,
    (rollout) => isPromoted(rollout) && isNew(rollout),
  )

  traffic.badDigests.add((await release('bad', ['service'])).service ?? '')
  const badRolledBack = await expect('a bad version is not taken back', isService, isAborted)
  const ill = (await applications(kubectl)).filter(({ status }) => status?.health?.status === 'Degraded')
  if (ill.length < badRolledBack)
    failures.push(`Argo CD says of ${ill.length} Applications only that they are degraded`)
  await settled(await revert())
  await expect('the version before is not back', isService, isPromoted)

  traffic.silent.add('bff')
  await release('unmeasured', ['bff-host'])
  await expect('a version without data does not wait', isBff, isUndecided)
  await settled(await revert())
  await expect('the version before is not back', isBff, isPromoted)
  return { counts: { goodPromoted, badRolledBack }, failures }
}
