import { network } from '../../../environments.ts'
import { callersOf, targetsOf } from './calls.ts'
import type { Manifest } from './manifest.ts'
import { labelsOf, selectorOf } from './pod.ts'
import { wave } from './service.ts'
import { schemaOf } from './variables.ts'
import type { Workload } from './workloads.ts'

/** The port on which the mesh of a node takes what it encrypts for the pods there. */
export const meshPort = 15_008
/** The address from which a node asks pods of the mesh whether they are ready. */
export const probes = '169.254.7.127/32'

/** What a workload may send and receive: what infra/mall.ts says that it calls, needs and serves. */
export function networkPolicy(workload: Workload): Manifest {
  const { name, of } = workload
  const callers = callersOf(workload)
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, labels: labelsOf(workload), annotations: wave(-3) },
    spec: {
      podSelector: { matchLabels: selectorOf(workload) },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        ...(callers.length > 0 ? [{ from: [podsOf(callers)], ports: tcp(of.port, meshPort) }] : []),
        { from: [observer('prometheus')], ports: tcp(of.port, meshPort) },
        {
          from: [block(probes), ...(of.edgeOrigin ? [block(network.loadBalancers)] : [])],
          ports: tcp(of.port),
        },
      ],
      egress: [
        dns,
        { to: [observer('collector')], ports: tcp(4318, meshPort) },
        ...targetsOf(workload).map((target) => ({
          to: [podsOf([target])],
          ports: tcp(target.of.port, meshPort),
        })),
        ...outside(workload),
      ],
    },
  }
}

/** What a workload reaches beyond the cluster. */
function outside(workload: Workload) {
  const { needs } = workload.of
  const needsAny = (...engines: string[]) => engines.some((engine) => needs.some((it) => it === engine))
  const dataPorts = [
    ...(needsAny('postgres') ? tcp(5432) : []),
    ...(needsAny('redis') ? tcp(6379) : []),
    ...(needsAny('opensearch') ? tcp(443) : []),
  ]
  const pays = workload.part === 'payments' && 'SANDBOX_PROVIDER_URL' in schemaOf(workload).shape
  return [
    ...(dataPorts.length > 0 ? [{ to: [block(network.data)], ports: dataPorts }] : []),
    // The endpoints of AWS in the network; S3's has public addresses, as has the payment provider.
    ...(needsAny('bus', 's3') ? [{ to: [block(network.all)], ports: tcp(443) }] : []),
    ...(needsAny('s3') || pays ? [{ to: [internet], ports: tcp(443) }] : []),
    ...(needsAny('mail') ? [{ to: [internet], ports: tcp(587) }] : []),
  ]
}

export const block = (cidr: string) => ({ ipBlock: { cidr } })
export const internet = {
  ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'] },
}
export const tcp = (...ports: number[]) => ports.map((port) => ({ protocol: 'TCP', port }))

function podsOf(workloads: Workload[]) {
  const values = workloads.map(({ name }) => name)
  return {
    podSelector: { matchExpressions: [{ key: 'app.kubernetes.io/name', operator: 'In', values }] },
  }
}

export function pods(namespace: string, labels: Record<string, string>) {
  return {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    podSelector: { matchLabels: labels },
  }
}

export const dns = {
  to: [pods('kube-system', { 'k8s-app': 'kube-dns' })],
  ports: [...tcp(53), { protocol: 'UDP', port: 53 }],
}

const observer = (name: string) => pods('observability', { 'app.kubernetes.io/name': name })
