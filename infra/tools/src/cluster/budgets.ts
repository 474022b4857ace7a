import { eventually } from './eventually.ts'
import { type Kubectl, list } from './kubectl.ts'
import { deployments, namespace, podsOf } from './workloads.ts'

type Budget = {
  metadata: { name: string }
  status?: { disruptionsAllowed?: number; expectedPods?: number; currentHealthy?: number }
}

/**
 * Asks the eviction API to evict all pods of each Deployment with several replicas at once: its budget must let some go and keep
 * others. Returns where it does not.
 */
export async function brokenBudgets(kubectl: Kubectl): Promise<string[]> {
  const budgets = () => list<Budget>(kubectl, ['poddisruptionbudgets', '-n', namespace])
  const settled = await eventually(30, async () =>
    (await budgets()).every(({ status }) => status?.expectedPods),
  )
  if (!settled)
    return (await budgets())
      .filter(({ status }) => !status?.expectedPods)
      .map(({ metadata }) => `${metadata.name}: its budget selects no pod`)
  const failures: string[] = []
  for (const deployment of await deployments(kubectl)) {
    const pods = await podsOf(kubectl, deployment)
    if (pods.length < 2) continue
    const answers = await Promise.all(pods.map(({ metadata }) => evict(kubectl, metadata.name)))
    const { name } = deployment.metadata
    if (!answers.some(({ ok }) => ok)) failures.push(`${name}: no pod may be evicted: ${answers[0]?.text}`)
    if (!answers.some(({ text }) => text.includes('disruption budget')))
      failures.push(`${name}: all ${pods.length} pods may be evicted at once`)
  }
  return failures
}

function evict(kubectl: Kubectl, name: string) {
  const eviction = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace } }
  const path = `/api/v1/namespaces/${namespace}/pods/${name}/eviction`
  return kubectl(['create', '--raw', path, '-f', '-'], JSON.stringify(eviction))
}
