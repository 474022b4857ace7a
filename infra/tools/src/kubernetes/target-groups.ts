import type { Generated } from '../generated.ts'
import { kustomization, namespace, yamlOf } from './manifest.ts'
import { labelsOf } from './pod.ts'
import { type Workload, workloads } from './workloads.ts'

/**
 * infra/kubernetes/edge: the load balancer's target groups, which infra/terraform names after the workloads behind the edge, get
 * their pods. A micro frontend's BFF is one of them: the balancer sends it `/api/<micro frontend>/*`.
 */
export function targetGroups(): Generated {
  const files = workloads
    .filter(({ of }) => of.edgeOrigin)
    .map((workload): [string, string] => [`${workload.name}.yaml`, yamlOf(targetGroup(workload))])
  const list = kustomization({ namespace, resources: files.map(([file]) => file) })
  const texts = [...files, ['kustomization.yaml', list] as const]
  return {
    owns: ['kubernetes/edge/*'],
    files: Object.fromEntries(texts.map(([file, text]) => [`kubernetes/edge/${file}`, text])),
  }
}

function targetGroup(workload: Workload) {
  const { name, of } = workload
  return {
    apiVersion: 'elbv2.k8s.aws/v1beta1',
    kind: 'TargetGroupBinding',
    metadata: { name, labels: labelsOf(workload) },
    spec: { serviceRef: { name, port: of.port }, targetGroupName: name, targetType: 'ip' },
  }
}
