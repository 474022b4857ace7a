import type { Manifest } from './manifest.ts'
import { labelsOf, podSpec, selectorOf } from './pod.ts'
import { reloaded } from './secrets.ts'
import type { Workload } from './workloads.ts'

export function deployment(workload: Workload): Manifest {
  const { name } = workload
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels: labelsOf(workload), ...reloaded(workload) },
    spec: {
      // No replicas: the autoscaler decides.
      revisionHistoryLimit: 5,
      progressDeadlineSeconds: 300,
      selector: { matchLabels: selectorOf(workload) },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
      template: { metadata: { labels: labelsOf(workload) }, spec: podSpec(workload) },
    },
  }
}
