import { type EnvironmentName, environments } from '../../../environments.ts'
import type { Generated } from '../generated.ts'
import { autoscaler } from './autoscaler.ts'
import { hasCanary } from './canary.ts'
import { kustomization, namespace, yamlOf } from './manifest.ts'
import { environmentStore } from './secrets.ts'
import { environmentVariables, roleOf, secretsOf } from './variables.ts'
import { type Workload, workloads } from './workloads.ts'

const names = Object.keys(environments) as EnvironmentName[]

/**
 * infra/kubernetes/overlays: for each environment a folder for each workload, and all of them together. The folders `images` and
 * `mall` are written by pipelines and people.
 */
export function overlays(): Generated {
  const files = names.flatMap((name) => [
    [
      `kubernetes/overlays/${name}/kustomization.yaml`,
      kustomization({ resources: ['mall', ...workloads.map((it) => it.name)] }),
    ],
    ...workloads.flatMap((workload) => overlay(name, workload)),
  ])
  return {
    owns: ['kubernetes/overlays/*/kustomization.yaml', 'kubernetes/overlays/*/!(images|mall)/*'],
    files: Object.fromEntries(files),
  }
}

function overlay(name: EnvironmentName, workload: Workload): [string, string][] {
  const folder = `kubernetes/overlays/${name}/${workload.name}`
  const { single } = environments[name]
  const canary = hasCanary(workload) && !single ? [`../../../components/canary/${workload.name}`] : []
  const patches = ['environment.yaml', ...(single ? ['autoscaler.yaml'] : [])]
  return [
    [
      `${folder}/kustomization.yaml`,
      kustomization({
        namespace,
        resources: [`../../../apps/${workload.name}`],
        components: ['../images', ...canary],
        patches: patches.map((path) => ({ path })),
      }),
    ],
    [`${folder}/environment.yaml`, yamlOf(...environmentPatches(name, workload))],
    ...(single ? [[`${folder}/autoscaler.yaml`, yamlOf(singlePatch(workload))] as [string, string]] : []),
  ]
}

/** The variables of the environment, and the role in its account. */
function environmentPatches(environment: EnvironmentName, workload: Workload): object[] {
  const { name } = workload
  const variables = environmentVariables(workload, environment)
  const env = Object.entries(variables).map(([variable, value]) => ({ name: variable, value }))
  const role = { 'eks.amazonaws.com/role-arn': roleOf(workload, environment) }
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name },
      spec: { template: { spec: { containers: [{ name, env }] } } },
    },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, annotations: role } },
    ...(secretsOf(workload).length > 0 ? [environmentStore(workload, environment)] : []),
  ]
}

function singlePatch(workload: Workload): object {
  const { apiVersion, kind } = autoscaler(workload)
  const spec =
    kind === 'ScaledObject' ? { minReplicaCount: 1, fallback: { replicas: 1 } } : { minReplicas: 1 }
  return { apiVersion, kind, metadata: { name: workload.name }, spec }
}
