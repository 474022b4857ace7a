import type { Manifest } from './manifest.ts'
import { labelsOf, selectorOf } from './pod.ts'
import type { Workload } from './workloads.ts'

export function service(workload: Workload): Manifest {
  const { name, of } = workload
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, labels: labelsOf(workload) },
    spec: {
      selector: selectorOf(workload),
      ports: [{ name: 'http', port: of.port, targetPort: 'http', appProtocol: 'http' }],
    },
  }
}

/** The identity of a workload: in the mesh, and for its role in AWS. */
export function serviceAccount(workload: Workload): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: workload.name, labels: labelsOf(workload), annotations: wave(-3) },
    automountServiceAccountToken: false,
  }
}

/** Prometheus asks the port on which the workload answers everything. */
export function serviceMonitor(workload: Workload): Manifest {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name: workload.name, labels: labelsOf(workload) },
    spec: {
      selector: { matchLabels: selectorOf(workload) },
      endpoints: [
        {
          port: 'http',
          path: '/metrics',
          interval: '15s',
          // A request is counted under the part that answers it.
          honorLabels: true,
          relabelings: [
            fromPod('app_kubernetes_io_component', 'part'),
            // A version of a rollout: its canary is judged apart from the others.
            fromPod('rollouts_pod_template_hash', 'revision'),
          ],
        },
      ],
    },
  }
}

const fromPod = (label: string, targetLabel: string) => ({
  sourceLabels: [`__meta_kubernetes_pod_label_${label}`],
  targetLabel,
})

/** Argo CD applies the waves of an Application one after another, each when the one before is healthy. */
export const wave = (order: number) => ({ 'argocd.argoproj.io/sync-wave': `${order}` })
