import type { Manifest } from '../manifest.ts'

export type Labels = Record<string, string>
type Variable = {
  name: string
  value?: string
  valueFrom?: { secretKeyRef?: Reference; configMapKeyRef?: Reference }
}
type Reference = { name: string; key: string }
type Probe = { httpGet?: { port: string | number } }
type Container = {
  name: string
  image: string
  env?: Variable[]
  ports?: { name: string; containerPort: number }[]
  startupProbe?: Probe
  readinessProbe?: Probe
  livenessProbe?: Probe
}
type PodSpec = {
  serviceAccountName: string
  terminationGracePeriodSeconds?: number
  containers: Container[]
}
/** A Deployment or a Job. */
export type Workload = Manifest & {
  spec: {
    selector?: { matchLabels: Labels }
    template: { metadata: { labels: Labels }; spec: PodSpec }
  }
}

/** The objects of an environment. */
export type Objects = {
  /** All of a kind. */
  all: <T extends Manifest>(kind: string) => T[]
  /** One of them. */
  find: <T extends Manifest>(kind: string, name: string) => T | undefined
  /** What has pods. */
  workloads: Workload[]
}

export function openObjects(manifests: Manifest[]): Objects {
  const all = <T extends Manifest>(kind: string) => manifests.filter((it) => it.kind === kind) as T[]
  return {
    all,
    find: <T extends Manifest>(kind: string, name: string) =>
      all<T>(kind).find(({ metadata }) => metadata.name === name),
    workloads: [...all<Workload>('Deployment'), ...all<Workload>('Job')],
  }
}

/** Whether labels are what a selector asks for. */
export const selects = (selector: Labels, labels: Labels): boolean =>
  Object.entries(selector).every(([name, value]) => labels[name] === value)

export const labelsOf = (workload: Workload): Labels => workload.spec.template.metadata.labels
export const portsOf = (workload: Workload) =>
  workload.spec.template.spec.containers.flatMap(({ ports = [] }) => ports)

/** Names an object. */
export const nameOf = ({ kind, metadata: { name } }: Manifest): string => `${kind}/${name}`
