import { network } from '../../../environments.ts'
import type { Generated } from '../generated.ts'
import { callersOf } from './calls.ts'
import { type Manifest, kustomization, namespace, partOf, yamlOf } from './manifest.ts'
import { labelsOf, selectorOf } from './pod.ts'
import { type Workload, workloads } from './workloads.ts'

/**
 * infra/mesh: every connection between pods is encrypted and both ends have proved who they are; each workload is reached by those
 * whose entry in infra/mall.ts calls it, and by no others.
 */
export function mesh(): Generated {
  const files: [string, string][] = [
    ['strict.yaml', yamlOf(strict)],
    ['allow-nothing.yaml', yamlOf(allowNothing)],
    ...workloads.map((workload): [string, string] => [
      `${workload.name}.yaml`,
      yamlOf(...objectsFor(workload)),
    ]),
  ]
  const list = kustomization({ namespace, resources: files.map(([file]) => file) })
  const all = [...files, ['kustomization.yaml', list] as const]
  return {
    owns: ['mesh/*.yaml'],
    files: Object.fromEntries(all.map(([file, text]) => [`mesh/${file}`, text])),
  }
}

/** The authorisation of a workload; what the load balancer reaches takes its connections besides those of the mesh. */
function objectsFor(workload: Workload): Manifest[] {
  return [authorization(workload), ...(workload.of.edgeOrigin ? [permissive(workload)] : [])]
}

const version = 'security.istio.io/v1'

/** Connections without the mesh's certificates are refused. */
const strict: Manifest = {
  apiVersion: version,
  kind: 'PeerAuthentication',
  metadata: { name: 'strict', namespace, labels: partOf },
  spec: { mtls: { mode: 'STRICT' } },
}

/** An authorisation without rules: who is named by no other reaches nothing. */
const allowNothing: Manifest = {
  apiVersion: version,
  kind: 'AuthorizationPolicy',
  metadata: { name: 'allow-nothing', namespace, labels: partOf },
  spec: {},
}

function permissive(workload: Workload): Manifest {
  return {
    apiVersion: version,
    kind: 'PeerAuthentication',
    metadata: { name: workload.name, labels: labelsOf(workload) },
    spec: { selector: { matchLabels: selectorOf(workload) }, mtls: { mode: 'PERMISSIVE' } },
  }
}

function authorization(workload: Workload): Manifest {
  const { name, of } = workload
  const callers = callersOf(workload).map((caller) => principal(namespace, caller.name))
  const to = [{ operation: { ports: [`${of.port}`] } }]
  return {
    apiVersion: version,
    kind: 'AuthorizationPolicy',
    metadata: { name, labels: labelsOf(workload) },
    spec: {
      selector: { matchLabels: selectorOf(workload) },
      action: 'ALLOW',
      rules: [
        { from: [{ source: { principals: [...callers, principal('observability', 'prometheus')] } }], to },
        ...(of.edgeOrigin ? [{ from: [{ source: balancer }], to }] : []),
      ],
    },
  }
}

/** Load balancers have no certificate of the mesh; what has one must be named. */
const balancer = { ipBlocks: [network.loadBalancers], notPrincipals: ['*'] }

/** The name in the certificate of a service account. */
const principal = (of: string, account: string) => `cluster.local/ns/${of}/sa/${account}`
