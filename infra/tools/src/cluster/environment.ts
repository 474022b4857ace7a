import { type Kubectl, must } from './kubectl.ts'
import { type Manifest, apply } from './manifests.ts'
import { namespace, rolledOut } from './workloads.ts'

type Scaler = Manifest & { spec: { minReplicas?: number; minReplicaCount?: number } }

/**
 * Applies the manifests of an environment as Argo CD does and waits until all of it runs. Neither KEDA nor Argo Rollouts run
 * here: each Deployment gets the fewest pods that its autoscaler would leave it.
 */
export async function applyEnvironment(kubectl: Kubectl, manifests: Manifest[]): Promise<string[]> {
  // A migration is a hook: every synchronisation makes it anew.
  await must(kubectl, ['delete', 'jobs', '--all', '-n', namespace, '--ignore-not-found'])
  const refused = await apply(kubectl, manifests)
  if (refused.length > 0) return refused
  const scalers = manifests.filter(({ kind }) =>
    ['HorizontalPodAutoscaler', 'ScaledObject'].includes(kind),
  ) as Scaler[]
  await Promise.all(
    scalers.map(({ metadata: { name }, spec }) =>
      must(kubectl, [
        'scale',
        `deployment/${name}`,
        '-n',
        namespace,
        `--replicas=${spec.minReplicas ?? spec.minReplicaCount ?? 1}`,
      ]),
    ),
  )
  return [...(await rolledOut(kubectl)), ...(await unfinished(kubectl))]
}

/** Returns what the Jobs say that do not complete. */
async function unfinished(kubectl: Kubectl): Promise<string[]> {
  const { ok, text } = await kubectl([
    'wait',
    '--for=condition=Complete',
    'jobs',
    '--all',
    '-n',
    namespace,
    '--timeout=60s',
  ])
  return ok || text.includes('no matching resources') ? [] : text.split('\n')
}
