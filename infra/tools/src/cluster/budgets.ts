import { eventually } from './eventually.ts'
import type { ControlPlane } from './control-plane.ts'
import { type Kubectl, list } from './kubectl.ts'
import { deployments, namespace, podsOf } from './workloads.ts'

type Budget = {
  metadata: { name: string }
  status?: { disruptionsAllowed?: number }
}

/**
 * Evicts a pod of each Deployment with several, and another one while the first is not replaced: its budget must let the first go
 * and keep the second. Returns where it does not.
 */
export async function brokenBudgets(cluster: ControlPlane): Promise<string[]> {
  const { kubectl } = cluster
  const budgets = () => list<Budget>(kubectl, ['poddisruptionbudgets', '-n', namespace])
  const unsettled = async () => (await budgets()).filter(({ status }) => !status?.disruptionsAllowed)
  if (!(await eventually(30, async () => (await unsettled()).length === 0)))
    return (await unsettled()).map(({ metadata: { name } }) => `${name}: its budget lets no pod go`)
  using scope = new DisposableStack()
  scope.use(cluster.pauseNodes())
  const found = await Promise.all(
    (await deployments(kubectl)).map(async (deployment) => {
      const [first, second] = await podsOf(kubectl, deployment)
      if (!first || !second) return []
      const { name } = deployment.metadata
      const { ok, text } = await evict(kubectl, first.metadata.name)
      if (!ok) return [`${name}: no pod may be evicted: ${text}`]
      const next = await evict(kubectl, second.metadata.name)
      return next.text.includes('disruption budget') ? [] : [`${name}: every pod may be evicted at once`]
    }),
  )
  return found.flat()
}

function evict(kubectl: Kubectl, name: string) {
  const eviction = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace } }
  const path = `/api/v1/namespaces/${namespace}/pods/${name}/eviction`
  return kubectl(['create', '--raw', path, '-f', '-'], JSON.stringify(eviction))
}
