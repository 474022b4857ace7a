import { readinessGraceMs } from '../variables.ts'
import { type Objects, type Workload, labelsOf, nameOf, portsOf, selects } from './objects.ts'

/** The longest deadline of a call, which a process that stops still answers. */
const longestCallSeconds = 10

/** Returns what is wrong between the fields of pods. */
export function podErrors({ workloads, find }: Objects): string[] {
  return workloads.flatMap((workload) => {
    const { selector, template } = workload.spec
    const { containers, serviceAccountName, terminationGracePeriodSeconds = 30 } = template.spec
    const account = find('ServiceAccount', serviceAccountName)
    const stops = readinessGraceMs / 1000 + longestCallSeconds
    return [
      ...(selector && !selects(selector.matchLabels, labelsOf(workload))
        ? ['its selector does not select its pods']
        : []),
      ...(account ? [] : [`there is no service account ${serviceAccountName}`]),
      ...(workload.kind === 'Deployment' && terminationGracePeriodSeconds <= stops
        ? [
            `it is killed after ${terminationGracePeriodSeconds} s, while it needs more than ${stops} s to stop`,
          ]
        : []),
      ...containers.flatMap(({ image, env = [] }) => [
        ...(/@sha256:[0-9a-f]{64}$/.test(image) ? [] : [`${image} is not named by digest`]),
        ...repeated(env.map(({ name }) => name)).map((name) => `${name} is set twice`),
      ]),
      ...probeErrors(workload),
    ].map((what) => `${nameOf(workload)}: ${what}`)
  })
}

function probeErrors(workload: Workload): string[] {
  const ports = new Set(portsOf(workload).flatMap(({ name, containerPort }) => [name, containerPort]))
  return workload.spec.template.spec.containers
    .flatMap(({ startupProbe, readinessProbe, livenessProbe }) => [
      startupProbe,
      readinessProbe,
      livenessProbe,
    ])
    .flatMap((probe) => probe?.httpGet?.port ?? [])
    .filter((port) => !ports.has(port))
    .map((port) => `a probe asks port ${port}, which no container has`)
}

const repeated = (names: string[]) => names.filter((name, at) => names.indexOf(name) !== at)
