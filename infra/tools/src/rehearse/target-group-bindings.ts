import { type Kubectl, must } from '../cluster/kubectl.ts'
import { apply } from '../cluster/manifests.ts'

const names = {
  kind: 'TargetGroupBinding',
  listKind: 'TargetGroupBindingList',
  plural: 'targetgroupbindings',
  singular: 'targetgroupbinding',
}

/** A definition that takes any fields: no Go module holds that of the load balancer's controller. */
const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'targetgroupbindings.elbv2.k8s.aws' },
  spec: {
    group: 'elbv2.k8s.aws',
    scope: 'Namespaced',
    names,
    versions: [
      {
        name: 'v1beta1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      },
    ],
  },
}

/** Lets the API server take the bindings of the load balancer's target groups. */
export async function defineTargetGroupBindings(kubectl: Kubectl): Promise<void> {
  const failures = await apply(kubectl, [definition])
  if (failures.length > 0) throw new Error(failures.join('\n'))
  const { name } = definition.metadata
  await must(kubectl, ['wait', '--for=condition=Established', `crd/${name}`, '--timeout=30s'])
}
