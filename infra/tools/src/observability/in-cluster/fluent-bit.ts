import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { network, serviceAddresses } from '../../../../environments.ts'
import type { Manifest } from '../../kubernetes/manifest.ts'
import { block, dns, meshPort, pods, tcp } from '../../kubernetes/network-policy.ts'
import { infraDir } from '../../paths.ts'
import {
  type Observer,
  account,
  configuration,
  confined,
  digestOf,
  environmentVariables,
  labelsOf,
  notAwaited,
  monitor,
  namespace,
  ofNodes,
  probe,
  reach,
  selectorOf,
  service,
} from './observer.ts'

const observer: Observer = { name: 'fluent-bit', in: ofNodes }
const text = readFileSync(join(infraDir, 'observability/fluent-bit/fluent-bit.yaml'), 'utf8')
const port = 2020

/** No daemon runs beside Fargate's pods. */
const notOnFargate = {
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [
        {
          matchExpressions: [
            { key: 'eks.amazonaws.com/compute-type', operator: 'NotIn', values: ['fargate'] },
          ],
        },
      ],
    },
  },
}

/** Reads what the mall's pods print, on every node that may have some. */
const daemonSet: Manifest = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: notAwaited(observer),
  spec: {
    selector: { matchLabels: selectorOf(observer) },
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
    template: {
      metadata: { labels: labelsOf(observer), annotations: digestOf(text) },
      spec: {
        serviceAccountName: observer.name,
        // It asks the API server for the labels of a pod.
        automountServiceAccountToken: true,
        enableServiceLinks: false,
        // A node's lines belong to root, whose capabilities it has not.
        securityContext: { runAsUser: 0, runAsGroup: 0, seccompProfile: { type: 'RuntimeDefault' } },
        tolerations: [{ operator: 'Exists' }],
        affinity: notOnFargate,
        terminationGracePeriodSeconds: 30,
        containers: [
          {
            name: observer.name,
            image: 'docker.io/fluent/fluent-bit:4.1.0',
            args: ['--config=/etc/fluent-bit/fluent-bit.yaml'],
            envFrom: [environmentVariables],
            ports: [{ name: 'http', containerPort: port }],
            readinessProbe: probe('/api/v1/health', 'http', { periodSeconds: 10 }),
            livenessProbe: probe('/', 'http', { periodSeconds: 30, initialDelaySeconds: 15 }),
            resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '256Mi' } },
            securityContext: confined,
            volumeMounts: [
              { name: 'configuration', mountPath: '/etc/fluent-bit', readOnly: true },
              { name: 'lines', mountPath: '/var/log', readOnly: true },
              { name: 'state', mountPath: '/var/lib/fluent-bit' },
            ],
          },
        ],
        volumes: [
          { name: 'configuration', configMap: { name: observer.name } },
          { name: 'lines', hostPath: { path: '/var/log', type: 'Directory' } },
          { name: 'state', hostPath: { path: '/var/fluent-bit/state', type: 'DirectoryOrCreate' } },
        ],
      },
    },
  },
}

export const fluentBit: Manifest[] = [
  account(observer),
  configuration(observer, 'fluent-bit.yaml', text),
  service(observer, { http: port }),
  daemonSet,
  monitor(observer, 'http', '/api/v2/metrics/prometheus'),
  reach(observer, {
    metrics: port,
    probed: port,
    egress: [
      dns,
      { to: [pods(namespace, { 'app.kubernetes.io/name': 'loki' })], ports: tcp(3100, meshPort) },
      // CloudWatch by its endpoint, and the API server.
      { to: [block(network.all), block(serviceAddresses)], ports: tcp(443) },
    ],
  }),
]
