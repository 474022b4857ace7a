import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { network, serviceAddresses } from '../../../../environments.ts'
import type { Manifest } from '../../kubernetes/manifest.ts'
import { block, dns, pods, tcp } from '../../kubernetes/network-policy.ts'
import { infraDir } from '../../paths.ts'
import {
  type Observer,
  account,
  configuration,
  confined,
  digestOf,
  labelsOf,
  notAwaited,
  monitor,
  namespace,
  probe,
  reach,
  selectorOf,
  service,
  unprivileged,
} from './observer.ts'

const observer: Observer = { name: 'collector', in: namespace }
const text = readFileSync(join(infraDir, 'observability/otel/collector.yaml'), 'utf8')
const port = 4318

/** Takes the spans of all parts. One process: while it is replaced spans are lost, and nothing else. */
const deployment: Manifest = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: notAwaited(observer),
  spec: {
    replicas: 1,
    selector: { matchLabels: selectorOf(observer) },
    template: {
      metadata: { labels: labelsOf(observer), annotations: digestOf(text) },
      spec: {
        serviceAccountName: observer.name,
        // It asks the API server to which pod an address belongs.
        automountServiceAccountToken: true,
        enableServiceLinks: false,
        securityContext: unprivileged(10_001),
        terminationGracePeriodSeconds: 30,
        containers: [
          {
            name: observer.name,
            image: 'docker.io/otel/opentelemetry-collector-contrib:0.138.0',
            args: ['--config=/etc/otel/collector.yaml'],
            ports: [
              { name: 'otlp', containerPort: port },
              { name: 'metrics', containerPort: 8888 },
              { name: 'health', containerPort: 13_133 },
            ],
            readinessProbe: probe('/', 'health', { periodSeconds: 5 }),
            livenessProbe: probe('/', 'health', { periodSeconds: 10, initialDelaySeconds: 15 }),
            resources: { requests: { cpu: '200m', memory: '512Mi' }, limits: { memory: '1Gi' } },
            securityContext: confined,
            volumeMounts: [{ name: 'configuration', mountPath: '/etc/otel', readOnly: true }],
          },
        ],
        volumes: [{ name: 'configuration', configMap: { name: observer.name } }],
      },
    },
  },
}

export const collector: Manifest[] = [
  account(observer),
  configuration(observer, 'collector.yaml', text),
  service(observer, { otlp: port, metrics: 8888 }),
  deployment,
  monitor(observer, 'metrics'),
  reach(observer, {
    from: [[pods('mallhive', { 'app.kubernetes.io/part-of': 'mallhive' }), port]],
    metrics: 8888,
    probed: 13_133,
    // X-Ray by its endpoint, and the API server.
    egress: [dns, { to: [block(network.all), block(serviceAddresses)], ports: tcp(443) }],
  }),
]
