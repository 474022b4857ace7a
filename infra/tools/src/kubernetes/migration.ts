import { network } from '../../../environments.ts'
import type { Manifest } from './manifest.ts'
import { block, dns, tcp } from './network-policy.ts'
import { confined, containerOf, labelsOf } from './pod.ts'
import { wave } from './service.ts'
import type { Workload } from './workloads.ts'

/**
 * Expands the schema before any process of the new version starts; when it fails, the version before keeps serving. Runs in the
 * wave after the workload's secrets, which a hook of the phase before the synchronisation would not see.
 */
export function migration(workload: Workload): Manifest {
  return databaseJob(workload, 'migrate', {
    'argocd.argoproj.io/hook': 'Sync',
    'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
    ...wave(-1),
  })
}

/** Drops what only previous versions used, once no process of theirs is left. */
export function contraction(workload: Workload): Manifest {
  return databaseJob(workload, 'contract', {
    'argocd.argoproj.io/hook': 'PostSync',
    'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
  })
}

function databaseJob(
  workload: Workload,
  program: 'migrate' | 'contract',
  annotations: Record<string, string>,
): Manifest {
  const { name, part } = workload
  const labels = { ...labelsOf(workload), ...ownName(name) }
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: `${name}-${program}`, labels, annotations },
    spec: {
      backoffLimit: 2,
      activeDeadlineSeconds: 900,
      template: {
        metadata: { labels },
        spec: {
          ...confined(workload),
          restartPolicy: 'Never',
          containers: [
            {
              name: program,
              ...containerOf(workload, { DATABASE_URL: { from: 'secret' } }),
              args: [`${program}.mjs`, `services/${part}`],
            },
          ],
        },
      },
    },
  }
}

/** Not the name of the workload: its Service must not send requests here. */
const ownName = (name: string) => ({ 'app.kubernetes.io/name': `${name}-migration` })

/** A migration reaches the database, and no pod reaches it. */
export function migrationPolicy(workload: Workload): Manifest {
  const labels = ownName(workload.name)
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: `${workload.name}-migration`,
      labels: { ...labelsOf(workload), ...labels },
      annotations: wave(-3),
    },
    spec: {
      podSelector: { matchLabels: labels },
      policyTypes: ['Ingress', 'Egress'],
      egress: [dns, { to: [block(network.data)], ports: tcp(5432) }],
    },
  }
}
