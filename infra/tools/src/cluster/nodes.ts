/** Three nodes in three zones, for kwok to pretend. */
export const nodes = ['a', 'b', 'c'].map((zone) => {
  const room = { cpu: '32', memory: '128Gi', pods: '250', 'ephemeral-storage': '200Gi' }
  const name = `node-${zone}`
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      annotations: { 'kwok.x-k8s.io/node': 'fake' },
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'topology.kubernetes.io/region': 'eu-central-1',
        'topology.kubernetes.io/zone': `eu-central-1${zone}`,
      },
    },
    spec: { providerID: `aws:///eu-central-1${zone}/${name}` },
    status: { capacity: room, allocatable: room },
  }
})
