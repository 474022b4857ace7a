import { eventually } from './eventually.ts'
import { type Kubectl, list } from './kubectl.ts'
import { type Container, type Manifest, apply } from './manifests.ts'
import { namespace } from './workloads.ts'

/** A change to a Deployment of the mall that no person or machine may make, and what the API server says then. */
type Mistake = { what: string; change: (container: Spoilt, pod: PodSpec) => void; refusal: RegExp }
type Spoilt = Container & {
  securityContext: Record<string, unknown>
  resources: { limits?: Record<string, string> }
  readinessProbe?: object
}
type PodSpec = {
  securityContext: Record<string, unknown>
  hostNetwork?: boolean
  automountServiceAccountToken?: boolean
  serviceAccountName?: string
}

const digest = `sha256:${'a'.repeat(64)}`

const mistakes: Mistake[] = [
  {
    what: 'an image by tag',
    change: (container) => (container.image = container.image.replace(/@.*/, ':1.2')),
    refusal: /images are named by digest/,
  },
  {
    what: 'an image of another repository',
    change: (container) => (container.image = `registry.example/mallhive/service@${digest}`),
    refusal: /images come from/,
  },
  {
    what: 'a root filesystem that can be written',
    change: ({ securityContext }) => (securityContext['readOnlyRootFilesystem'] = false),
    refusal: /read-only root filesystem/,
  },
  {
    what: 'no limit of memory',
    change: ({ resources }) => delete resources.limits,
    refusal: /a limit of memory/,
  },
  {
    what: 'no readiness',
    change: (container) => delete container.readinessProbe,
    refusal: /when they are ready/,
  },
  {
    what: 'a token for the API server',
    change: (_, pod) => (pod.automountServiceAccountToken = true),
    refusal: /no token for the API server/,
  },
  {
    what: 'the service account of everybody',
    change: (_, pod) => (pod.serviceAccountName = 'default'),
    refusal: /a service account of their own/,
  },
  {
    what: 'a process as root',
    change: (_, pod) => (pod.securityContext = { runAsUser: 0 }),
    refusal: /violate PodSecurity "restricted/,
  },
  {
    what: 'a capability',
    change: ({ securityContext }) => (securityContext['capabilities'] = { add: ['NET_ADMIN'] }),
    refusal: /violate PodSecurity "restricted/,
  },
  {
    what: "the host's network",
    change: (_, pod) => (pod.hostNetwork = true),
    refusal: /violate PodSecurity "restricted/,
  },
]

/** Returns the mistakes that the policies let in, and policies that no binding puts in force. */
export async function unenforced(kubectl: Kubectl): Promise<string[]> {
  const [deployment] = await list<Manifest>(kubectl, ['deployments', '-n', namespace])
  if (!deployment) return ['no Deployment to try them on']
  const good = stripped(deployment)
  const said = await tried(kubectl, good)
  const failures = said.length > 0 ? [`a good Deployment is refused: ${said.join(' ')}`] : []
  for (const { what, change, refusal } of mistakes) {
    const spoilt = structuredClone(good)
    const pod = spoilt.spec?.template?.spec as unknown as PodSpec & { containers: Spoilt[] }
    change(pod.containers[0]!, pod)
    let answer = ''
    // A policy comes into force within a second of its binding.
    const refused = await eventually(5, async () =>
      refusal.test((answer = (await tried(kubectl, spoilt)).join(' '))),
    )
    if (!refused) failures.push(`${what} is let in${answer && `, or refused for another reason: ${answer}`}`)
  }
  return [...failures, ...(await doubtful(kubectl))]
}

const tried = (kubectl: Kubectl, manifest: Manifest) =>
  apply(kubectl, [manifest], ['--dry-run=server', '--field-manager=mistakes', '--force-conflicts'])

/** The manifest without what the cluster added. */
function stripped({ apiVersion, kind, metadata: { labels }, spec }: Manifest): Manifest {
  return {
    apiVersion,
    kind,
    metadata: { name: 'tried', namespace, ...(labels && { labels }) },
    ...(spec && { spec }),
  }
}

type Policy = {
  metadata: { name: string }
  status?: { typeChecking?: { expressionWarnings?: { warning: string }[] } }
}
type Binding = { spec: { policyName: string; validationActions: string[] } }

async function doubtful(kubectl: Kubectl): Promise<string[]> {
  const policies = await list<Policy>(kubectl, ['validatingadmissionpolicies'])
  const bindings = await list<Binding>(kubectl, ['validatingadmissionpolicybindings'])
  const denying = bindings.filter(({ spec }) => spec.validationActions.includes('Deny'))
  return policies.flatMap(({ metadata: { name }, status }) => [
    ...(denying.some(({ spec }) => spec.policyName === name) ? [] : [`${name}: no binding that denies`]),
    ...(status?.typeChecking?.expressionWarnings ?? []).map(({ warning }) => `${name}: ${warning}`),
  ])
}
