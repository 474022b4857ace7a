import { type Part, type PartName, mall, microFrontends } from '../../../mall.ts'

/** What runs in the cluster as one Deployment: a part, or the share of the BFF host that serves one micro frontend. */
export type Workload = {
  name: string
  /** Its entry in infra/mall.ts. */
  part: WorkloadPart
  of: Part & Required<Pick<Part, 'port' | 'ready' | 'maxReplicas' | 'cpu' | 'memory'>>
  /** Parts that it calls. */
  calls: readonly PartName[]
  /** The one that it serves. */
  microFrontend?: string
}

type Deployed = { minReplicas: number; maxReplicas: number }
/** The parts that the cluster runs. */
type WorkloadPart = {
  [N in PartName]: (typeof mall)[N] extends Deployed ? N : never
}[PartName]

const deployed = Object.keys(mall).filter(
  (name): name is WorkloadPart => 'maxReplicas' in mall[name as PartName],
)

/** Every workload, in the order of infra/mall.ts. */
export const workloads: Workload[] = deployed.flatMap((part) => {
  const own = { name: part, part, of: mall[part], calls: mall[part].calls }
  return part === 'bff' ? [own, ...shares(own)] : [own]
})

function shares(host: Workload): Workload[] {
  return Object.entries(microFrontends).map(([microFrontend, { calls }]) => ({
    ...host,
    name: `bff-${microFrontend}`,
    calls: ['identity', ...calls],
    microFrontend,
  }))
}
