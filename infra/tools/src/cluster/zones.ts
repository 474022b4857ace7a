import { type Kubectl } from './kubectl.ts'
import { deployments, podsOf } from './workloads.ts'

/** Returns the Deployments whose pods stand in fewer zones than they could. */
export async function unspread(kubectl: Kubectl): Promise<string[]> {
  const found = await Promise.all(
    (await deployments(kubectl)).map(async (deployment) => {
      const nodes = new Set((await podsOf(kubectl, deployment)).map(({ spec }) => spec.nodeName))
      const wanted = Math.min(deployment.spec.replicas, 3)
      return nodes.size < wanted
        ? [`${deployment.metadata.name}: ${deployment.spec.replicas} pods in ${nodes.size} zones`]
        : []
    }),
  )
  return found.flat()
}
