import { type Kubectl, list, must } from './kubectl.ts'

export const namespace = 'mallhive'

export type Deployment = {
  metadata: { name: string }
  spec: { replicas: number; selector: { matchLabels: Record<string, string> } }
}

type Pod = {
  metadata: { name: string }
  spec: { nodeName?: string; containers: { image: string }[] }
  status: { phase: string }
}

export const deployments = (kubectl: Kubectl) => list<Deployment>(kubectl, ['deployments', '-n', namespace])

export async function podsOf(kubectl: Kubectl, { spec }: Deployment): Promise<Pod[]> {
  const labels = Object.entries(spec.selector.matchLabels).map(([key, value]) => `${key}=${value}`)
  const pods = await list<Pod>(kubectl, ['pods', '-n', namespace, '-l', labels.join(',')])
  return pods.filter(({ status }) => status.phase === 'Running')
}

/** Waits until every Deployment has rolled out; returns those that do not, and why. */
export async function rolledOut(kubectl: Kubectl, seconds = 120): Promise<string[]> {
  const failures = await Promise.all(
    (await deployments(kubectl)).map(async ({ metadata: { name } }) => {
      const status = ['rollout', 'status', `deployment/${name}`, '-n', namespace, `--timeout=${seconds}s`]
      const { ok, text } = await kubectl(status)
      return ok ? [] : [`${name}: ${text.split('\n').at(-1)}; ${await lastWords(kubectl, name)}`]
    }),
  )
  return failures.flat()
}

/** Returns what the controllers say about a Deployment that does not get on. */
async function lastWords(kubectl: Kubectl, name: string): Promise<string> {
  const path = '{range .items[*]}{.involvedObject.name}: {.message}{"\\n"}{end}'
  const events = ['get', 'events', '-n', namespace, '--field-selector=type=Warning', '-o', `jsonpath=${path}`]
  const lines = (await must(kubectl, events)).split('\n').filter((line) => line.startsWith(name))
  return lines.at(-1) ?? 'no event says why'
}
