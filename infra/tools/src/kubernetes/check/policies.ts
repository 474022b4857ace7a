import type { Manifest } from '../manifest.ts'
import { type Objects, nameOf } from './objects.ts'

type Policy = Manifest & { spec: { failurePolicy?: string; validationActions?: string[] } }
type Binding = Manifest & { spec: { policyName: string; validationActions: string[] } }

/** Returns admission policies that let through what they find, or what they cannot look at. */
export function policyErrors({ all }: Objects): string[] {
  const bindings = all<Binding>('ValidatingAdmissionPolicyBinding')
  const ofServer = all<Policy>('ValidatingAdmissionPolicy').map((policy) => ({
    policy,
    actions: bindings
      .filter(({ spec }) => spec.policyName === policy.metadata.name)
      .flatMap(({ spec }) => spec.validationActions),
  }))
  const ofImages = all<Policy>('ImageValidatingPolicy').map((policy) => ({
    policy,
    actions: policy.spec.validationActions ?? [],
  }))
  return [...ofServer, ...ofImages].flatMap(({ policy, actions }) =>
    [
      ...(policy.spec.failurePolicy === 'Fail' ? [] : ['it admits what it cannot look at']),
      ...(actions.includes('Deny') ? [] : ['it denies nothing']),
    ].map((what) => `${nameOf(policy)}: ${what}`),
  )
}
