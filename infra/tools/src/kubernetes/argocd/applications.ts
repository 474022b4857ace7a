import { type EnvironmentName, environments, repository } from '../../../../environments.ts'
import type { Generated } from '../../generated.ts'
import { type Manifest, kustomization, namespace, partOf, yamlOf } from '../manifest.ts'
import { type Workload, workloads } from '../workloads.ts'
import { application, ownSource } from './application.ts'
import { operatorApplications, operatorNamespaces, operatorRepositories } from './operators.ts'

const observability = 'observability' as const
const nodes = 'nodes' as const

/** Each wave begins when the Applications of the one before are healthy. Operators are -1. */
const waves = { namespace: 0, policies: 1, service: 2, bff: 3, shell: 4, edge: 5 } as const

/**
 * infra/argocd: an Application for each workload of each environment and what they count on, and the one Application that holds
 * them. `settings` is written by people.
 */
export function argocd(): Generated {
  const files = (Object.keys(environments) as EnvironmentName[]).flatMap((name) => [
    ...environmentFiles(name),
    [`argocd/roots/${name}.yaml`, yamlOf(root(name))] as const,
  ])
  const all = [...files, ['argocd/settings/projects.yaml', yamlOf(...projects())] as const]
  return {
    owns: ['argocd/environments/**', 'argocd/roots/*', 'argocd/settings/projects.yaml'],
    files: Object.fromEntries(all),
  }
}

function environmentFiles(name: EnvironmentName) {
  const applications = applicationsOf(name)
  const folder = `argocd/environments/${name}`
  const resources = applications.map((it) => `${it.metadata.name}.yaml`)
  return [
    [`${folder}/kustomization.yaml`, kustomization({ resources: ['../../settings', ...resources] })] as const,
    ...applications.map((it) => [`${folder}/${it.metadata.name}.yaml`, yamlOf(it)] as const),
  ]
}

/** Every Application of an environment. */
function applicationsOf(environment: EnvironmentName): Manifest[] {
  const overlay = (name: string) => ownSource(`infra/kubernetes/overlays/${environment}/${name}`)
  const own = (name: string, wave: number, ...paths: string[]) =>
    application(name, { project: 'mallhive', wave, to: namespace, sources: paths.map(ownSource) })
  return [
    ...operatorApplications(environment),
    application(nodes, {
      project: nodes,
      wave: waves.namespace,
      to: 'karpenter',
      sources: [ownSource(`infra/kubernetes/nodes/${environment}`)],
    }),
    own('mall', waves.namespace, overlay('mall').path),
    own('policies', waves.policies, 'infra/policies/admission', 'infra/policies/signatures'),
    own('mesh', waves.policies, 'infra/mesh'),
    application(observability, {
      project: observability,
      wave: waves.policies,
      to: observability,
      meshed: true,
      sources: [ownSource(`infra/observability/overlays/${environment}`)],
    }),
    own('edge', waves.edge, 'infra/kubernetes/edge'),
    ...workloads.map((workload) => own(workload.name, waveOf(workload), overlay(workload.name).path)),
  ]
}

const waveOf = ({ of: { kind } }: Workload): number =>
  kind === 'bff' || kind === 'shell' ? waves[kind] : waves.service

/** The Application that people apply on an environment's first day. */
function root(environment: EnvironmentName): Manifest {
  const path = `infra/argocd/environments/${environment}`
  const made = application('root', { project: 'mallhive', wave: 0, to: 'argocd', sources: [ownSource(path)] })
  return { ...made, spec: { ...(made['spec'] as object), project: 'root' } }
}

/** What the Applications may come from and write: the mall's folders to its namespace, and operators to theirs. */
function projects(): Manifest[] {
  const server = 'https://kubernetes.default.svc'
  const cluster = (group: string, ...kinds: string[]) => kinds.map((kind) => ({ group, kind }))
  return [
    project('root', {
      description: 'The Application of all Applications',
      sourceRepos: [repository],
      destinations: [{ server, namespace: 'argocd' }],
      clusterResourceWhitelist: [],
      namespaceResourceWhitelist: [
        ...cluster('argoproj.io', 'Application', 'AppProject'),
        ...cluster('', 'ConfigMap'),
      ],
    }),
    project('mallhive', {
      description: 'The mall',
      sourceRepos: [repository],
      destinations: [{ server, namespace }],
      clusterResourceWhitelist: [
        ...cluster('', 'Namespace'),
        ...cluster(
          'admissionregistration.k8s.io',
          'ValidatingAdmissionPolicy',
          'ValidatingAdmissionPolicyBinding',
        ),
        ...cluster('policies.kyverno.io', 'ImageValidatingPolicy'),
      ],
      namespaceResourceBlacklist: [
        ...cluster('', 'Secret'),
        ...cluster('rbac.authorization.k8s.io', 'Role', 'RoleBinding'),
      ],
    }),
    project(observability, {
      description: 'What watches the mall',
      sourceRepos: [repository],
      destinations: [observability, 'logging'].map((to) => ({ server, namespace: to })),
      clusterResourceWhitelist: cluster('', 'Namespace'),
    }),
    project(nodes, {
      description: 'What Karpenter starts',
      sourceRepos: [repository],
      destinations: [{ server, namespace: 'karpenter' }],
      clusterResourceWhitelist: [
        ...cluster('', 'Namespace'),
        ...cluster('karpenter.sh', 'NodePool'),
        ...cluster('karpenter.k8s.aws', 'EC2NodeClass'),
      ],
      namespaceResourceWhitelist: [],
    }),
    project('operators', {
      description: 'The controllers that the mall counts on',
      sourceRepos: operatorRepositories,
      destinations: operatorNamespaces.map((to) => ({ server, namespace: to })),
      clusterResourceWhitelist: [{ group: '*', kind: '*' }],
    }),
  ]
}

function project(name: string, spec: object): Manifest {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name, namespace: 'argocd', labels: partOf },
    spec,
  }
}
