import { workloads } from '../kubernetes/workloads.ts'

/** Workloads that the model grows together. */
export interface Group {
  pods: number
  vcpu: number
  gigabytes: number
}

/** What stands in the cluster without shoppers, and the most that the autoscalers may make of it. */
export const atRest = { shell: group(isShell), services: group((name) => !isShell(name)) }

function isShell(name: string): boolean {
  return name === 'shell'
}

function group(has: (name: string) => boolean): Group & { mostVcpu: number } {
  const of = workloads.filter(({ name }) => has(name)).map((workload) => workload.of)
  const total = (value: (part: (typeof of)[number]) => number) =>
    of.reduce((sum, part) => sum + value(part), 0)
  return {
    pods: total(({ minReplicas }) => minReplicas),
    vcpu: total(({ minReplicas, cpu }) => minReplicas * processors(cpu)),
    gigabytes: total(({ minReplicas, memory }) => (minReplicas * Number.parseInt(memory, 10)) / 1024),
    mostVcpu: total(({ maxReplicas, cpu }) => maxReplicas * processors(cpu)),
  }
}

/** Reads a share of a processor as Kubernetes writes it. */
function processors(cpu: string): number {
  return cpu.endsWith('m') ? Number.parseInt(cpu, 10) / 1000 : Number(cpu)
}
