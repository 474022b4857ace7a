import type { Kubectl } from './kubectl.ts'
import { namespace } from './workloads.ts'

const account = (name: string, of = namespace) => [`--as=system:serviceaccount:${of}:${name}`]
const group = (name: string) => ['--as=ann', `--as-group=mallhive:${name}`]

type Who = { name: string; flags: string[]; may: string[]; mayNot: string[] }

/** What people and machines may do in the mall's namespace, and what they may not: `<verb> <resource>`. */
const rights: Who[] = [
  {
    name: 'a part',
    flags: account('cart'),
    may: [],
    mayNot: ['get secrets', 'list configmaps', 'create pods', 'get pods', 'patch deployments.apps'],
  },
  {
    name: 'a developer',
    flags: group('developers'),
    may: [
      'list pods',
      'get pods/log',
      'get deployments.apps',
      'get rollouts.argoproj.io',
      'list networkpolicies.networking.k8s.io',
    ],
    mayNot: [
      'get secrets',
      'create pods/exec',
      'delete pods',
      'patch deployments.apps',
      'patch rollouts.argoproj.io',
    ],
  },
  {
    name: 'who is on call',
    flags: group('on-call'),
    may: [
      'delete pods',
      'create pods/eviction',
      'patch rollouts.argoproj.io',
      'patch externalsecrets.external-secrets.io',
    ],
    mayNot: [
      'get secrets',
      'create pods/exec',
      'create pods',
      'patch deployments.apps',
      'patch networkpolicies.networking.k8s.io',
    ],
  },
  {
    name: 'Prometheus',
    flags: account('prometheus', 'observability'),
    may: ['list pods', 'watch endpointslices.discovery.k8s.io'],
    mayNot: ['get secrets', 'delete pods', 'get configmaps'],
  },
  {
    name: 'the collector',
    flags: account('collector', 'observability'),
    may: ['watch pods'],
    mayNot: ['get secrets', 'list services', 'create pods'],
  },
  {
    name: 'Fluent Bit',
    flags: account('fluent-bit', 'logging'),
    may: ['get pods'],
    mayNot: ['get secrets', 'get pods/log', 'create pods'],
  },
]

/** Returns where the API server answers otherwise. */
export async function wrongRights(kubectl: Kubectl): Promise<string[]> {
  const failures: string[] = []
  for (const { name, flags, may, mayNot } of rights) {
    const ask = async (right: string, allowed: boolean) => {
      const { text } = await kubectl(['auth', 'can-i', ...questionOf(right), ...flags, '-n', namespace])
      if (/^yes$/m.test(text) !== allowed) failures.push(`${name} ${allowed ? 'may not' : 'may'} ${right}`)
    }
    await Promise.all([...may.map((right) => ask(right, true)), ...mayNot.map((right) => ask(right, false))])
  }
  return failures
}

function questionOf(right: string): string[] {
  const [verb = '', resource = ''] = right.split(' ')
  const [name = '', subresource] = resource.split('/')
  return [verb, name, ...(subresource ? [`--subresource=${subresource}`] : [])]
}
