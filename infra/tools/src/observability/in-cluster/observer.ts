import { createHash } from 'node:crypto'

import { type Manifest, partOf } from '../../kubernetes/manifest.ts'
import { block, meshPort, pods, probes, tcp } from '../../kubernetes/network-policy.ts'

/** The namespace of what watches the mall. */
export const namespace = 'observability'
/** That of what reads the files of nodes, which a restricted namespace refuses. */
export const ofNodes = 'logging'

/** A program of others that watches the mall. */
export type Observer = { name: string; in: string }

export const labelsOf = ({ name }: Observer) => ({ 'app.kubernetes.io/name': name, ...partOf })
export const selectorOf = ({ name }: Observer) => ({ 'app.kubernetes.io/name': name })
const metadataOf = (observer: Observer) => ({
  name: observer.name,
  namespace: observer.in,
  labels: labelsOf(observer),
})

/** What Argo CD does not wait for: spans and lines may be missing while the mall opens. */
export const notAwaited = (observer: Observer) => ({
  ...metadataOf(observer),
  annotations: { 'argocd.argoproj.io/ignore-healthcheck': 'true' },
})

export const account = (observer: Observer): Manifest => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: metadataOf(observer),
  automountServiceAccountToken: false,
})

/** Its configuration, as the file that is checked in. */
export const configuration = (observer: Observer, file: string, text: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: metadataOf(observer),
  data: { [file]: text },
})

export const service = (observer: Observer, ports: Record<string, number>): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: metadataOf(observer),
  spec: {
    selector: selectorOf(observer),
    ports: Object.entries(ports).map(([name, port]) => ({ name, port, targetPort: name })),
  },
})

export const monitor = (observer: Observer, port: string, path = '/metrics'): Manifest => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'ServiceMonitor',
  metadata: metadataOf(observer),
  spec: { selector: { matchLabels: selectorOf(observer) }, endpoints: [{ port, path, interval: '30s' }] },
})

type Reach = { from?: [from: object, port: number][]; metrics: number; probed: number; egress: object[] }

/** Prometheus and the node's probes reach it, beside those who send it something. */
export const reach = (observer: Observer, { from = [], metrics, probed, egress }: Reach): Manifest => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: metadataOf(observer),
  spec: {
    podSelector: { matchLabels: selectorOf(observer) },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [
      ...from.map(([sender, port]) => ({ from: [sender], ports: tcp(port, meshPort) })),
      {
        from: [pods(namespace, { 'app.kubernetes.io/name': 'prometheus' })],
        ports: tcp(metrics, meshPort),
      },
      { from: [block(probes)], ports: tcp(probed) },
    ],
    egress,
  },
})

/** What a container may do on its node: nothing but run. */
export const confined = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
}

export const unprivileged = (user: number) => ({
  runAsNonRoot: true,
  runAsUser: user,
  runAsGroup: user,
  fsGroup: user,
  seccompProfile: { type: 'RuntimeDefault' },
})

export const probe = (path: string, port: string, rest: object = {}) => ({
  httpGet: { path, port },
  timeoutSeconds: 2,
  ...rest,
})

/** Variables in which environments differ; each has a ConfigMap of them. */
export const environmentVariables = { configMapRef: { name: 'environment' } }

/** A change of its configuration replaces the pods. */
export const digestOf = (text: string) => ({
  'mallhive/configuration': createHash('sha256').update(text).digest('hex').slice(0, 16),
})
