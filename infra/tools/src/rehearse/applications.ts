import { eventually } from '../cluster/eventually.ts'
import { type Kubectl, list } from '../cluster/kubectl.ts'
import { argoNamespace } from './argo-cd.ts'

export type Application = {
  metadata: { name: string; creationTimestamp: string; annotations?: Record<string, string> }
  status?: {
    sync?: { status: string; revision?: string; revisions?: string[] }
    health?: { status: string; message?: string }
    operationState?: { phase: string; message?: string }
    history?: { deployedAt: string }[]
    conditions?: { type: string; message: string }[]
    resources?: {
      kind: string
      name: string
      status?: string
      health?: { status: string; message?: string }
    }[]
  }
}

export const applications = (kubectl: Kubectl) =>
  list<Application>(kubectl, ['applications.argoproj.io', '-n', argoNamespace])

/** Waits until each Application is synchronised with that commit and as healthy as that; throws what they say otherwise. */
export async function settled(
  kubectl: Kubectl,
  commit: string,
  seconds: number,
  health: (name: string) => string = () => 'Healthy',
): Promise<Application[]> {
  let found: Application[] = []
  const isSettled = ({ metadata, status }: Application) =>
    status?.sync?.status === 'Synced' &&
    (status.sync.revisions ?? [status.sync.revision]).every((it) => it === commit) &&
    status.operationState?.phase !== 'Running' &&
    status.health?.status === health(metadata.name)
  const all = await eventually(
    seconds,
    async () => {
      found = await applications(kubectl)
      return found.length > 0 && found.every(isSettled)
    },
    1000,
  )
  if (!all)
    throw new Error(
      `after ${seconds} s: ${found
        .filter((it) => !isSettled(it))
        .map(described)
        .join('; ')}`,
    )
  return found
}

function described({ metadata: { name }, status }: Application): string {
  const ill = status?.resources?.filter((it) => it.health && it.health.status !== 'Healthy') ?? []
  const words = [
    `${status?.sync?.status}/${status?.health?.status}`,
    status?.operationState?.phase,
    status?.operationState?.message,
    ...(status?.conditions ?? []).map(({ message }) => message),
    ...ill.map((it) => `${it.kind} ${it.name} ${it.health?.status} ${it.health?.message ?? ''}`),
  ]
  return `${name}: ${words.filter(Boolean).join(', ').slice(0, 600)}`
}

/** Returns Applications that came before those of an earlier wave had been synchronised for the first time. */
export function outOfOrder(found: Application[]): string[] {
  const wave = ({ metadata }: Application) =>
    Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0)
  const children = found.filter(({ metadata }) => metadata.name !== 'root')
  return children.flatMap((late) => {
    const early = children.find(
      (it) => wave(it) < wave(late) && deployed(it) > late.metadata.creationTimestamp,
    )
    return early ? [`${late.metadata.name} came before ${early.metadata.name} was synchronised`] : []
  })
}

const deployed = ({ status }: Application) => status?.history?.[0]?.deployedAt ?? ''
