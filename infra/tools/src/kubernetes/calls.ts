import { schemaOf } from './variables.ts'
import { type Workload, workloads } from './workloads.ts'

/** Returns the workloads that a workload may send requests to: those that it calls, and identity for its public keys. */
export function targetsOf(workload: Workload): Workload[] {
  const parts = new Set<string>(workload.calls)
  if ('JWKS_URL' in schemaOf(workload).shape) parts.add('identity')
  return workloads.filter((it) => it.name !== workload.name && parts.has(it.part))
}

/** Returns the workloads that may send requests to a workload. */
export const callersOf = (workload: Workload): Workload[] =>
  workloads.filter((it) => targetsOf(it).some(({ name }) => name === workload.name))
