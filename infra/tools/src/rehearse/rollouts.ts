import { eventually } from '../cluster/eventually.ts'
import { type Kubectl, list } from '../cluster/kubectl.ts'
import { namespace } from '../cluster/workloads.ts'

export type Rollout = {
  metadata: { name: string; generation: number; labels: Record<string, string> }
  spec: { replicas?: number }
  status?: {
    phase?: string
    message?: string
    abort?: boolean
    observedGeneration?: string
    updatedReplicas?: number
    availableReplicas?: number
    currentPodHash?: string
    stableRS?: string
    pauseConditions?: { reason: string }[]
  }
}

export const rollouts = (kubectl: Kubectl) => list<Rollout>(kubectl, ['rollouts', '-n', namespace])

/** The version of the manifest serves everything. */
export const isPromoted = ({ status }: Rollout): boolean =>
  status?.phase === 'Healthy' && status.currentPodHash === status.stableRS

/** The controller has taken the version of the manifest back by itself. */
export const isAborted = ({ status }: Rollout): boolean =>
  status?.phase === 'Degraded' && status.abort === true

/** Without data nothing is decided: the version waits for a person. */
export const isUndecided = ({ status }: Rollout): boolean =>
  status?.phase === 'Paused' &&
  (status.pauseConditions ?? []).some(({ reason }) => reason.includes('Inconclusive'))

/** Waits until all these Rollouts are so; returns those that are not. */
export async function waitFor(
  kubectl: Kubectl,
  seconds: number,
  chosen: (rollout: Rollout) => boolean,
  isSo: (rollout: Rollout) => boolean,
): Promise<{ reached: Rollout[]; others: Rollout[] }> {
  let all: Rollout[] = []
  await eventually(
    seconds,
    async () => {
      all = (await rollouts(kubectl)).filter(chosen)
      return all.every(isSo)
    },
    1000,
  )
  return { reached: all.filter(isSo), others: all.filter((it) => !isSo(it)) }
}

export const described = ({ metadata: { name }, spec, status }: Rollout): string =>
  `${name}: ${status?.phase} ${status?.message ?? ''} (${status?.updatedReplicas ?? 0} new of ${spec.replicas})`
