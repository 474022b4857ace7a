import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { network } from '../../../../environments.ts'
import type { Manifest } from '../../kubernetes/manifest.ts'
import { block, dns, internet, pods, tcp } from '../../kubernetes/network-policy.ts'
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
  unprivileged,
} from './observer.ts'

const observer: Observer = { name: 'loki', in: namespace }
const text = readFileSync(join(infraDir, 'observability/loki/loki.yaml'), 'utf8')
const port = 3100

/** Keeps lines in S3. One process: while it is away Fluent Bit holds them on its nodes' disks. */
const statefulSet: Manifest = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: notAwaited(observer),
  spec: {
    serviceName: observer.name,
    replicas: 1,
    selector: { matchLabels: selectorOf(observer) },
    template: {
      metadata: { labels: labelsOf(observer), annotations: digestOf(text) },
      spec: {
        serviceAccountName: observer.name,
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: unprivileged(10_001),
        // It writes what it has in memory to its disk.
        terminationGracePeriodSeconds: 120,
        containers: [
          {
            name: observer.name,
            image: 'docker.io/grafana/loki:3.5.5',
            args: ['-config.file=/etc/loki/loki.yaml', '-config.expand-env=true', '-target=all'],
            envFrom: [environmentVariables],
            ports: [{ name: 'http', containerPort: port }],
            readinessProbe: probe('/ready', 'http', { periodSeconds: 10 }),
            livenessProbe: probe('/metrics', 'http', { periodSeconds: 30, initialDelaySeconds: 60 }),
            resources: { requests: { cpu: '250m', memory: '1Gi' }, limits: { memory: '2Gi' } },
            securityContext: confined,
            volumeMounts: [
              { name: 'configuration', mountPath: '/etc/loki', readOnly: true },
              { name: 'data', mountPath: '/var/loki' },
              { name: 'tmp', mountPath: '/tmp' },
            ],
          },
        ],
        volumes: [
          { name: 'configuration', configMap: { name: observer.name } },
          { name: 'tmp', emptyDir: { sizeLimit: '256Mi' } },
        ],
      },
    },
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '20Gi' } } },
      },
    ],
  },
}

export const loki: Manifest[] = [
  account(observer),
  configuration(observer, 'loki.yaml', text),
  service(observer, { http: port }),
  statefulSet,
  monitor(observer, 'http'),
  reach(observer, {
    from: [[pods(ofNodes, { 'app.kubernetes.io/name': 'fluent-bit' }), port]],
    metrics: port,
    probed: port,
    // The token service by its endpoint; S3 has public addresses.
    egress: [dns, { to: [block(network.all), internet], ports: tcp(443) }],
  }),
]
