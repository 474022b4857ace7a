import { type EnvironmentName, environments } from '../../../environments.ts'
import type { Generated } from '../generated.ts'
import { type Manifest, kustomization, partOf, yamlOf } from './manifest.ts'

const name = 'parts'

/** Beside the node group, whose nodes do not go, as many processors as the quota of infra's first day leaves. */
const limits: Record<EnvironmentName, { cpu: string; memory: string }> = {
  dev: { cpu: '24', memory: '96Gi' },
  staging: { cpu: '32', memory: '128Gi' },
  production: { cpu: '96', memory: '384Gi' },
}

/** infra/kubernetes/nodes: what Karpenter starts when pods find no place, and when it takes nodes away. */
export function nodes(): Generated {
  const files = (Object.keys(environments) as EnvironmentName[]).flatMap((environment) => {
    const objects = { 'node-class.yaml': nodeClass(environment), 'node-pool.yaml': nodePool(environment) }
    const folder = `kubernetes/nodes/${environment}`
    return [
      [`${folder}/kustomization.yaml`, kustomization({ resources: Object.keys(objects) })] as const,
      ...Object.entries(objects).map(([file, object]) => [`${folder}/${file}`, yamlOf(object)] as const),
    ]
  })
  return { owns: ['kubernetes/nodes/**'], files: Object.fromEntries(files) }
}

/** As the node group's are: Bottlerocket, encrypted disks, and no role for pods. */
function nodeClass(environment: EnvironmentName): Manifest {
  const cluster = `mallhive-${environment}`
  return {
    apiVersion: 'karpenter.k8s.aws/v1',
    kind: 'EC2NodeClass',
    metadata: { name, labels: partOf },
    spec: {
      amiSelectorTerms: [{ alias: 'bottlerocket@latest' }],
      instanceProfile: `${cluster}-node`,
      subnetSelectorTerms: [{ tags: { 'karpenter.sh/discovery': cluster } }],
      securityGroupSelectorTerms: [{ tags: { 'aws:eks:cluster-name': cluster } }],
      metadataOptions: { httpEndpoint: 'enabled', httpTokens: 'required', httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [disk('/dev/xvda', '4Gi'), disk('/dev/xvdb', '50Gi')],
      tags: { project: 'mallhive', environment, 'managed-by': 'karpenter' },
    },
  }
}

const disk = (deviceName: string, volumeSize: string) => ({
  deviceName,
  ebs: { volumeSize, volumeType: 'gp3', encrypted: true, deleteOnTermination: true },
})

function nodePool(environment: EnvironmentName): Manifest {
  return {
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodePool',
    metadata: { name, labels: partOf },
    spec: {
      template: {
        spec: {
          nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name },
          requirements: [
            among('kubernetes.io/arch', 'amd64'),
            among('kubernetes.io/os', 'linux'),
            among(
              'karpenter.sh/capacity-type',
              ...(environment === 'production' ? [] : ['spot']),
              'on-demand',
            ),
            among('karpenter.k8s.aws/instance-category', 'c', 'm'),
            among('karpenter.k8s.aws/instance-size', 'xlarge', '2xlarge'),
            { key: 'karpenter.k8s.aws/instance-generation', operator: 'Gt', values: ['5'] },
          ],
          // A node is replaced by one with the newest image before it is a month old; its pods have an hour to go.
          expireAfter: '504h',
          terminationGracePeriod: '1h',
        },
      },
      disruption: {
        consolidationPolicy: 'WhenEmptyOrUnderutilized',
        consolidateAfter: '5m',
        // One after another, and none to save money while most people buy (UTC).
        budgets: [
          { nodes: '1' },
          { nodes: '0', reasons: ['Underutilized'], schedule: '0 15 * * *', duration: '7h' },
        ],
      },
      limits: limits[environment],
    },
  }
}

const among = (key: string, ...values: string[]) => ({ key, operator: 'In', values })
