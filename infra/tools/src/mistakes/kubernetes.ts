import type { Mistake } from './mistake.ts'

const app = (name: string) => `infra/kubernetes/apps/${name}`

/** Mistakes in manifests that a real API server refuses. */
export const kubernetesMistakes: Mistake[] = [
  manifest(
    'a misspelt field of a pod',
    `${app('catalog')}/deployment.yaml`,
    'readOnlyRootFilesystem',
    'readOnlyRootFileSystem',
    /field not declared in schema/,
  ),
  manifest(
    'a selector that misses its pods',
    `${app('cart')}/deployment.yaml`,
    '      app.kubernetes.io/name: cart\n  strategy',
    '      app.kubernetes.io/name: card\n  strategy',
    /does not match template/,
  ),
  manifest(
    'a quantity that is none',
    `${app('orders')}/deployment.yaml`,
    'cpu: ',
    'cpu: m',
    /quantit|must match the regex/,
  ),
  manifest(
    'more memory asked for than allowed',
    `${app('payments')}/deployment.yaml`,
    'requests:\n              cpu: 250m\n              memory: 384Mi',
    'requests:\n              cpu: 250m\n              memory: 3Gi',
    /less than or equal to memory limit/,
  ),
  manifest(
    'a probe on a port name that cannot be',
    `${app('search')}/deployment.yaml`,
    'path: /healthz\n              port: http',
    'path: /healthz\n              port: a-name-longer-than-fifteen',
    /no more than 15 characters/,
  ),
  manifest(
    'processes as root',
    `${app('identity')}/deployment.yaml`,
    'runAsNonRoot: true\n        runAsUser: 65532',
    'runAsUser: 0',
    /violate PodSecurity/,
  ),
  manifest(
    'a capability',
    `${app('bff-cart')}/deployment.yaml`,
    'drop:\n                - ALL',
    'add:\n                - NET_ADMIN',
    /violate PodSecurity/,
  ),
  manifest(
    'an autoscaler whose least is above its most',
    `${app('catalog')}/autoscaler.yaml`,
    'minReplicas: 2',
    'minReplicas: 200',
    /greater than or equal to/,
  ),
  manifest(
    'a budget with two bounds',
    `${app('shell')}/disruption-budget.yaml`,
    'maxUnavailable: 1',
    'maxUnavailable: 1\n  minAvailable: 2',
    /cannot be both set/,
  ),
  manifest(
    'a network policy on a port that cannot be',
    `${app('catalog')}/network-policy.yaml`,
    'port: 5432',
    'port: 54320000',
    /between 1 and 65535/,
  ),
  manifest(
    'a service on a port name that cannot be',
    `${app('cart')}/service.yaml`,
    'targetPort: http',
    'targetPort: HTTP',
    /lowercase|alpha-?numeric/i,
  ),
  manifest(
    'a secret with a misspelt interval',
    `${app('orders')}/secrets.yaml`,
    'refreshInterval',
    'refreshIntervall',
    /field not declared in schema/,
  ),
  manifest(
    'an autoscaler of a queue with a word for a number',
    `${app('cart')}/autoscaler.yaml`,
    'minReplicaCount: 2',
    'minReplicaCount: two',
    /minReplicaCount/,
  ),
  manifest(
    'a monitor with an interval that is none',
    `${app('catalog')}/monitor.yaml`,
    'interval: 15s',
    'interval: 15sec',
    /should match/,
  ),
  manifest(
    'a canary with a misspelt step',
    'infra/kubernetes/components/canary/catalog/rollout.yaml',
    'setWeight: 10',
    'setweight: 10',
    /field not declared in schema/,
  ),
  manifest(
    'an analysis without a provider',
    'infra/kubernetes/components/canary/catalog/analysis.yaml',
    'provider:',
    'providers:',
    /field not declared in schema/,
  ),
]

function manifest(name: string, file: string, find: string, replace: string, reason: RegExp): Mistake {
  return { name, kind: 'manifest', patch: { file, find, replace }, refusedBy: 'cluster', reason }
}
