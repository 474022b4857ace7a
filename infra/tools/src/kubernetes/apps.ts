import type { Generated } from '../generated.ts'
import { autoscaler, disruptionBudget } from './autoscaler.ts'
import { deployment } from './deployment.ts'
import { type Manifest, kustomization, yamlOf } from './manifest.ts'
import { contraction, migration, migrationPolicy } from './migration.ts'
import { networkPolicy } from './network-policy.ts'
import { externalSecret, secretStore } from './secrets.ts'
import { service, serviceAccount, serviceMonitor } from './service.ts'
import { secretsOf } from './variables.ts'
import { type Workload, workloads } from './workloads.ts'

/** The objects of a workload by their file. */
export function objectsOf(workload: Workload): Record<string, Manifest> {
  return {
    'service-account': serviceAccount(workload),
    ...(secretsOf(workload).length > 0 && {
      'secret-store': secretStore(workload),
      secrets: externalSecret(workload),
    }),
    ...(workload.of.needs.includes('postgres') && {
      migration: migration(workload),
      contraction: contraction(workload),
      'migration-network-policy': migrationPolicy(workload),
    }),
    'network-policy': networkPolicy(workload),
    deployment: deployment(workload),
    service: service(workload),
    autoscaler: autoscaler(workload),
    'disruption-budget': disruptionBudget(workload),
    monitor: serviceMonitor(workload),
  }
}

/** infra/kubernetes/apps: a folder for each workload, the same in every environment. */
export function apps(): Generated {
  const files = workloads.flatMap((workload) => {
    const objects = Object.entries(objectsOf(workload))
    const folder = `kubernetes/apps/${workload.name}`
    const resources = objects.map(([file]) => `${file}.yaml`)
    return [
      [`${folder}/kustomization.yaml`, kustomization({ resources })],
      ...objects.map(([file, object]) => [`${folder}/${file}.yaml`, yamlOf(object)]),
    ]
  })
  return { owns: ['kubernetes/apps/*/*'], files: Object.fromEntries(files) }
}
