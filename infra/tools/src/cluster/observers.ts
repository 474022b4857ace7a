import { type Kubectl } from './kubectl.ts'
import { type Manifest, apply } from './manifests.ts'

const namespaces = ['observability', 'logging']

/** A disk for Loki's claim: nothing here makes one. */
const disk = {
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'loki' },
  spec: {
    capacity: { storage: '20Gi' },
    accessModes: ['ReadWriteOnce'],
    hostPath: { path: '/var/lib/loki' },
  },
}

/** Gives claims of what watches the mall the disks that AWS's driver would make. */
export const giveDisks = (kubectl: Kubectl): Promise<string[]> => apply(kubectl, [disk])

/** The namespace that Argo CD makes, with its labels. */
export const observedSpace = (application: Manifest | undefined): Manifest => {
  const { labels = {} } =
    (application?.spec as { syncPolicy?: { managedNamespaceMetadata?: { labels: Record<string, string> } } })
      ?.syncPolicy?.managedNamespaceMetadata ?? {}
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'observability', labels } }
}

/** Waits until what watches the mall runs; returns what does not, and what the controllers say about it. */
export async function unwatched(kubectl: Kubectl): Promise<string[]> {
  const failures: string[] = []
  for (const namespace of namespaces) {
    const { text } = await kubectl([
      'get',
      'deployments,statefulsets,daemonsets',
      '-n',
      namespace,
      '-o',
      'name',
    ])
    for (const name of text.split('\n').filter(Boolean)) {
      const { ok, text: said } = await kubectl(['rollout', 'status', name, '-n', namespace, '--timeout=60s'])
      if (ok) continue
      const { text: events } = await kubectl([
        'get',
        'events',
        '-n',
        namespace,
        '--field-selector=type=Warning',
      ])
      failures.push(`${name}: ${said.split('\n').at(-1)}; ${events.split('\n').at(-1)}`)
    }
  }
  return failures
}
