import { expect, test } from 'vitest'

import { registry } from '../../../../environments.ts'
import { deployment } from '../deployment.ts'
import type { Manifest } from '../manifest.ts'
import { migration, migrationPolicy } from '../migration.ts'
import { networkPolicy } from '../network-policy.ts'
import { workloads } from '../workloads.ts'
import { policies } from './admission.ts'
import { refusals } from './refusals.ts'

type Container = {
  image: string
  securityContext: Record<string, unknown>
  resources: { limits: Record<string, unknown>; requests: Record<string, unknown> }
} & Record<string, unknown>
type PodSpec = { containers: Container[] } & Record<string, unknown>

const digest = `sha256:${'a'.repeat(64)}`
const podOf = (object: Manifest) => (object['spec'] as { template: { spec: PodSpec } }).template.spec
/** As the overlays make it: images by digest, from the registry. */
function released(object: Manifest): Manifest {
  const copy = structuredClone(object)
  for (const container of podOf(copy).containers) container.image = `${registry}/${container.image}@${digest}`
  return copy
}
const asPod = (object: Manifest): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'pod' },
  spec: podOf(object),
})

test.each(workloads)(
  '$name fulfils every policy: its Deployment, its pods, its migration, its network',
  (workload) => {
    const server = released(deployment(workload))
    const objects = [server, asPod(server), networkPolicy(workload)]
    if (workload.of.needs.includes('postgres'))
      objects.push(released(migration(workload)), migrationPolicy(workload))
    expect(objects.flatMap(refusals)).toEqual([])
  },
)

const [workload] = workloads
if (!workload) throw new Error('there is no workload')
const good = released(deployment(workload))

const added = /container is added/

const spoilt: [what: string, message: RegExp, change: (container: Container, pod: PodSpec) => void][] = [
  ['an image by tag', /by digest/, (it) => (it.image = `${registry}/mallhive/service:1.2`)],
  ['an image of another registry', /come from/, (it) => (it.image = `docker.io/library/node@${digest}`)],
  ['a short digest', /by digest/, (it) => (it.image = `${registry}/mallhive/service@sha256:abc`)],
  [
    'a root filesystem that can be written',
    /read-only/,
    (it) => (it.securityContext['readOnlyRootFilesystem'] = false),
  ],
  [
    'no word about the root filesystem',
    /read-only/,
    (it) => delete it.securityContext['readOnlyRootFilesystem'],
  ],
  ['no limit of memory', /limit of memory/, (it) => delete it.resources.limits['memory']],
  ['no request of CPU', /limit of memory/, (it) => delete it.resources.requests['cpu']],
  ['no resources', /limit of memory/, (it) => delete (it as Record<string, unknown>)['resources']],
  ['no readiness', /ready/, (it) => delete it['readinessProbe']],
  ['a token for the API server', /no token/, (_, pod) => (pod['automountServiceAccountToken'] = true)],
  ['no word about the token', /no token/, (_, pod) => delete pod['automountServiceAccountToken']],
  [
    'the service account of everybody',
    /service account of their own/,
    (_, pod) => (pod['serviceAccountName'] = 'default'),
  ],
  [
    'a second container by tag',
    /by digest/,
    (it, pod) => pod.containers.push({ ...it, image: `${registry}/mallhive/shell:1` }),
  ],
  [
    'a container by tag that runs first',
    /by digest/,
    (it, pod) => (pod['initContainers'] = [{ ...it, image: `${registry}/mallhive/shell:1` }]),
  ],
]

test.each(spoilt)('%s is refused', (_, message, change) => {
  const object = structuredClone(good)
  const pod = podOf(object)
  const [container] = pod.containers
  if (!container) throw new Error('there is no container')
  change(container, pod)
  expect(refusals(object)).toEqual([expect.stringMatching(message)])
})

test('a container that is added to a pod that runs is refused', () => {
  const pod = asPod(structuredClone(good))
  Object.assign(pod['spec'] as PodSpec, { ephemeralContainers: [{ name: 'debugger', image: 'busybox' }] })
  expect(refusals(pod)).toEqual([expect.stringMatching(added)])
})

const ports = [{ port: 1 }]
const open: [what: string, message: RegExp, spec: object][] = [
  ['lets everybody in', /lets in/, { ingress: [{ from: [], ports: [{ port: 1 }] }] }],
  ['lets in on every port', /lets in/, { ingress: [{ from: [{ ipBlock: { cidr: '10.40.0.0/16' } }] }] }],
  ['lets everything in', /lets in/, { ingress: [{}] }],
  ['lets everything out', /lets out/, { egress: [{}] }],
  ['lets every namespace in', /names pods/, { ingress: [{ from: [{ namespaceSelector: {} }], ports }] }],
  ['lets out to every pod', /names pods/, { egress: [{ to: [{ podSelector: {} }], ports }] }],
  [
    'lets the internet in',
    /no addresses but private/,
    { ingress: [{ from: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } }], ports }] },
  ],
  [
    'lets half of all addresses in',
    /no addresses but private/,
    { ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/1' } }], ports }] },
  ],
  [
    'lets out to everywhere',
    /excepts private addresses/,
    { egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports }] },
  ],
  [
    'lets out to the address at which a node gives its role',
    /excepts private addresses/,
    { egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } }], ports }] },
  ],
  ['says nothing of what goes out', /both directions/, { policyTypes: ['Ingress'] }],
]

test.each(open)('a network policy that %s is refused', (_, message, change) => {
  const policy = networkPolicy(workload)
  const spec = { ...(policy['spec'] as object), ...change }
  expect(refusals({ ...policy, spec })).toEqual([expect.stringMatching(message)])
})

test('every rule of a policy has an object that it refuses', () => {
  const refused = [added, ...[...spoilt, ...open].map(([, message]) => message)]
  const messages = policies.flatMap(({ rules }) => rules.map(({ message }) => message))
  expect(messages.filter((message) => !refused.some((it) => it.test(message)))).toEqual([])
})
