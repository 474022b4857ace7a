import { type Manifest, kustomization, partOf, yamlOf } from '../kubernetes/manifest.ts'
import { alertmanagerConfig, topics } from './alertmanager.ts'
import { ruleFiles } from './rules.ts'

const namespace = 'observability'
const named = (name: string) => ({ name, namespace, labels: partOf })
const ofTheMall = { matchLabels: partOf }

const account = (name: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: named(name),
})

/** What they may read of the mall is in infra/policies/rights. */
const access: Manifest[] = [account('prometheus'), account('alertmanager')]

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
    // No secret: receivers are topics, which its role may publish to.
    'alertmanager-config.yaml': {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: named('alertmanager'),
      stringData: { 'alertmanager.yaml': yamlOf(alertmanagerConfig(topics)) },
    },
  }
  return {
    'kustomization.yaml': kustomization({ resources: Object.keys(objects) }),
    ...Object.fromEntries(
      Object.entries(objects).map(([path, object]) => [path, yamlOf(...[object].flat())]),
    ),
  }
}
