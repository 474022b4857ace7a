import { type Manifest, kustomization, partOf, yamlOf } from '../../kubernetes/manifest.ts'
import { ruleFiles } from '../rules.ts'
import { collector } from './collector.ts'
import { fluentBit } from './fluent-bit.ts'
import { loki } from './loki.ts'
import { namespace, ofNodes } from './observer.ts'

const named = (name: string) => ({ name, namespace, labels: partOf })
const ofTheMall = { matchLabels: partOf }

const account = (name: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: named(name),
})

/** What they may read of the mall is in infra/policies/rights. */
const access: Manifest[] = [
  account('prometheus'),
  account('alertmanager'),
  ...[namespace, ofNodes].flatMap(monitored),
]

/** Prometheus finds what watches the mall, too. */
function monitored(of: string): Manifest[] {
  const metadata = { ...named('prometheus'), namespace: of }
  const group = 'rbac.authorization.k8s.io'
  return [
    {
      apiVersion: `${group}/v1`,
      kind: 'Role',
      metadata,
      rules: [
        { apiGroups: [''], resources: ['pods', 'services', 'endpoints'], verbs: ['get', 'list', 'watch'] },
        { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['get', 'list', 'watch'] },
      ],
    },
    {
      apiVersion: `${group}/v1`,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: group, kind: 'Role', name: 'prometheus' },
      subjects: [{ kind: 'ServiceAccount', name: 'prometheus', namespace }],
    },
  ]
}

/** One of two stays when nodes go. */
const budget = (name: string): Manifest => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: named(name),
  spec: { maxUnavailable: 1, selector: { matchLabels: { 'app.kubernetes.io/name': name } } },
})

/** Reading a node's files is what pod security keeps all others from. */
const logging: Manifest = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name: ofNodes,
    labels: {
      ...partOf,
      'pod-security.kubernetes.io/enforce': 'privileged',
      'istio.io/dataplane-mode': 'ambient',
    },
  },
}

/** What the Prometheus operator makes Prometheus and Alertmanager from: rules, and which monitors they read. */
export function inCluster(): Record<string, string> {
  const objects: Record<string, Manifest | Manifest[]> = {
    'access.yaml': access,
    'rules.yaml': {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: named('mallhive'),
      spec: { groups: Object.values(ruleFiles).flat() },
    },
    'prometheus.yaml': {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'Prometheus',
      metadata: named('prometheus'),
      spec: {
        replicas: 2,
        retention: '15d',
        retentionSize: '45GB',
        scrapeInterval: '15s',
        evaluationInterval: '15s',
        serviceAccountName: 'prometheus',
        serviceMonitorSelector: ofTheMall,
        serviceMonitorNamespaceSelector: {},
        probeSelector: ofTheMall,
        ruleSelector: ofTheMall,
        alerting: { alertmanagers: [{ namespace, name: 'alertmanager-operated', port: 'web' }] },
        storage: { volumeClaimTemplate: { spec: { resources: { requests: { storage: '50Gi' } } } } },
        resources: { requests: { cpu: '500m', memory: '2Gi' }, limits: { memory: '4Gi' } },
        securityContext: {
          runAsNonRoot: true,
          runAsUser: 65_534,
          fsGroup: 65_534,
          seccompProfile: { type: 'RuntimeDefault' },
        },
      },
    },
    // Analyses of canaries ask it by this name.
    'service.yaml': {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: named('prometheus'),
      spec: {
        selector: { prometheus: 'prometheus' },
        ports: [{ name: 'web', port: 9090, targetPort: 'web' }],
      },
    },
    'alertmanager.yaml': {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'Alertmanager',
      metadata: named('alertmanager'),
      spec: {
        replicas: 2,
        configSecret: 'alertmanager',
        serviceAccountName: 'alertmanager',
        securityContext: {
          runAsNonRoot: true,
          runAsUser: 65_534,
          fsGroup: 65_534,
          seccompProfile: { type: 'RuntimeDefault' },
        },
      },
    },
    'budgets.yaml': [budget('prometheus'), budget('alertmanager')],
    'logging.yaml': logging,
    'collector.yaml': collector,
    'loki.yaml': loki,
    'fluent-bit.yaml': fluentBit,
  }
  return {
    'kustomization.yaml': kustomization({ resources: Object.keys(objects) }),
    ...Object.fromEntries(
      Object.entries(objects).map(([path, object]) => [path, yamlOf(...[object].flat())]),
    ),
  }
}
