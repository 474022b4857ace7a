import { freePort } from '@mallhive/infra-local/free-port'

import type { ControlPlane } from '../cluster/control-plane.ts'
import { eventually } from '../cluster/eventually.ts'
import { apply } from '../cluster/manifests.ts'
import { goProgram } from '../go-program.ts'

const namespace = 'kyverno'
const account = (name: string) => `system:serviceaccount:${namespace}:kyverno-${name}-controller`
const secret = (what: string) => `kyverno-svc.${namespace}.svc.kyverno-tls-${what}`

/** What Kyverno's own installation would bring besides its Deployment. */
const installation = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'kyverno', namespace },
    data: {
      resourceFilters: `[Event,*,*][*/*,kube-system,*][*/*,${namespace},*][Node,*,*][Binding,*,*]`,
      webhooks: JSON.stringify({
        namespaceSelector: {
          matchExpressions: [
            { key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['kube-system', namespace] },
          ],
        },
      }),
    },
  },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'kyverno-metrics', namespace } },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: 'kyverno-reports-controller' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
    subjects: [{ kind: 'ServiceAccount', name: 'kyverno-reports-controller', namespace }],
  },
]

/** Starts Kyverno's admission controller: the API server asks it through its webhooks. */
export async function startKyverno(cluster: ControlPlane): Promise<void> {
  const failures = await apply(cluster.kubectl, installation)
  if (failures.length > 0) throw new Error(failures.join('\n'))
  const address = `127.0.0.1:${await freePort()}`
  const [host, port] = address.split(':')
  await cluster.start({
    name: 'kyverno',
    command: await goProgram('kyverno'),
    args: [
      `--kubeconfig=${cluster.kubeconfig}`,
      `--serverIP=${address}`,
      `--webhookServerHost=${host}`,
      `--webhookServerPort=${port}`,
      `--caSecretName=${secret('ca')}`,
      `--tlsSecretName=${secret('pair')}`,
      '--tlsKeyAlgorithm=ECDSA',
      `--backgroundServiceAccountName=${account('background')}`,
      `--reportsServiceAccountName=${account('reports')}`,
      '--disableMetrics=true',
      '--controllerRuntimeMetricsAddress=0',
      '--admissionReports=false',
      '--enableReporting=',
      '--loggingFormat=json',
    ],
    env: {
      ...process.env,
      KYVERNO_NAMESPACE: namespace,
      KYVERNO_SERVICEACCOUNT_NAME: 'kyverno-admission-controller',
      KYVERNO_DEPLOYMENT: 'none',
      KYVERNO_POD_NAME: 'kyverno-0',
      INIT_CONFIG: 'kyverno',
      METRICS_CONFIG: 'kyverno-metrics',
      HOME: cluster.dir,
    },
    ready: () => isRegistered(cluster),
  })
  if (!(await eventually(60, () => isRegistered(cluster)))) throw new Error('Kyverno registers no webhook')
}

async function isRegistered({ kubectl }: ControlPlane): Promise<boolean> {
  const name = 'validatingwebhookconfiguration/kyverno-policy-validating-webhook-cfg'
  const { ok, text } = await kubectl(['get', name, '-o', 'jsonpath={.webhooks[*].clientConfig.url}'])
  return ok && text !== ''
}
