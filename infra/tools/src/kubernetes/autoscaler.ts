import type { Manifest } from './manifest.ts'
import { labelsOf, selectorOf } from './pod.ts'
import type { Workload } from './workloads.ts'

const cpuPercent = 65
/** The age of the oldest event that a queue's consumers may let it reach before there are more of them. */
const queueAgeSeconds = 15

/** Consumers follow the age of their queue besides their CPU: KEDA makes the HorizontalPodAutoscaler. */
export function autoscaler(workload: Workload): Manifest {
  return workload.of.subscribes && !workload.microFrontend ? onQueueAge(workload) : onCpu(workload)
}

function onCpu(workload: Workload): Manifest {
  const { name, of } = workload
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, labels: labelsOf(workload) },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      minReplicas: of.minReplicas,
      maxReplicas: of.maxReplicas,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: cpuPercent } },
        },
      ],
      behavior,
    },
  }
}

function onQueueAge(workload: Workload): Manifest {
  const { name, part, of } = workload
  return {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: { name, labels: labelsOf(workload) },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      minReplicaCount: of.minReplicas,
      maxReplicaCount: of.maxReplicas,
      // Without an answer of Prometheus the mall keeps more processes than it needs at rest.
      fallback: { failureThreshold: 4, replicas: Math.min(of.minReplicas * 2, of.maxReplicas) },
      triggers: [
        { type: 'cpu', metricType: 'Utilization', metadata: { value: `${cpuPercent}` } },
        {
          type: 'prometheus',
          metricType: 'Value',
          metadata: {
            serverAddress: 'http://prometheus.observability:9090',
            query: queueAge(part),
            threshold: `${queueAgeSeconds}`,
          },
        },
      ],
      advanced: { horizontalPodAutoscalerConfig: { name, behavior } },
    },
  }
}

/** The age of the event last handled, as long as others wait: a queue that is empty asks for no more processes. */
export const queueAge = (consumer: string) =>
  `max(consumer_lag_seconds{consumer="${consumer}"}) * (max(queue_messages{consumer="${consumer}"}) > bool 0)`

/** Up at once, down slowly. */
const behavior = {
  scaleUp: { stabilizationWindowSeconds: 0, policies: [{ type: 'Percent', value: 100, periodSeconds: 30 }] },
  scaleDown: { stabilizationWindowSeconds: 300, policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }] },
}

/** Nodes are drained one process at a time. */
export function disruptionBudget(workload: Workload): Manifest {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: workload.name, labels: labelsOf(workload) },
    spec: {
      maxUnavailable: 1,
      selector: { matchLabels: selectorOf(workload) },
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    },
  }
}
