import { registry } from '../../../../environments.ts'
import type { Generated } from '../../generated.ts'
import { type Manifest, kustomization, namespace, partOf, yamlOf } from '../manifest.ts'

/** What an object must fulfil, as an expression in CEL over `variables`, and what the API server says where it does not. */
type Rule = { expression: string; message: string }

type Policy = {
  name: string
  group: string
  version: string
  resources: string[]
  variables: Record<string, string>
  rules: Rule[]
}

/** Whether all containers fulfil a condition on `c`. */
const all = (condition: string) => `variables.containers.all(c, ${condition})`

const ofContainers: Rule[] = [
  {
    expression: all(`c.image.matches('@sha256:[0-9a-f]{64}$')`),
    message: 'images are named by digest: a tag may be moved to another image',
  },
  {
    expression: all(`c.image.startsWith('${registry}/mallhive/')`),
    message: `images come from ${registry}/mallhive`,
  },
  {
    expression: all(
      'has(c.securityContext) && has(c.securityContext.readOnlyRootFilesystem) && c.securityContext.readOnlyRootFilesystem',
    ),
    message: 'containers run on a read-only root filesystem',
  },
  {
    expression: all(
      "has(c.resources) && has(c.resources.limits) && 'memory' in c.resources.limits && has(c.resources.requests) && 'memory' in c.resources.requests && 'cpu' in c.resources.requests",
    ),
    message: 'containers have a limit of memory and ask for memory and CPU',
  },
]

const ofPods: Rule[] = [
  ...ofContainers,
  {
    expression:
      'has(variables.pod.automountServiceAccountToken) && !variables.pod.automountServiceAccountToken',
    message: 'pods get no token for the API server',
  },
  {
    expression: "has(variables.pod.serviceAccountName) && variables.pod.serviceAccountName != 'default'",
    message: 'pods have a service account of their own',
  },
]

const ofServers: Rule[] = [
  {
    expression: all('has(c.readinessProbe) && has(c.livenessProbe)'),
    message: 'containers say when they are ready and whether they are alive',
  },
]

/** Whether all peers of a direction fulfil a condition on `p`. */
const allPeers = (direction: 'ingress' | 'egress', peers: 'from' | 'to', condition: string) =>
  `!has(object.spec.${direction}) || object.spec.${direction}.all(r, !has(r.${peers}) || r.${peers}.all(p, ${condition}))`
const isPrivate = "p.ipBlock.cidr.matches('^(10|169[.]254)[.].*/(1[6-9]|2[0-9]|3[0-2])$')"
const withoutPrivate =
  "has(p.ipBlock.except) && '10.0.0.0/8' in p.ipBlock.except && '169.254.0.0/16' in p.ipBlock.except && '172.16.0.0/12' in p.ipBlock.except"
const isNamed =
  'has(p.ipBlock) || has(p.podSelector) && (has(p.podSelector.matchLabels) && size(p.podSelector.matchLabels) > 0 || has(p.podSelector.matchExpressions) && size(p.podSelector.matchExpressions) > 0) && (!has(p.namespaceSelector) || has(p.namespaceSelector.matchLabels) && size(p.namespaceSelector.matchLabels) > 0)'

const ofNetwork: Rule[] = [
  {
    expression:
      '!has(object.spec.ingress) || object.spec.ingress.all(r, has(r.from) && size(r.from) > 0 && has(r.ports) && size(r.ports) > 0)',
    message: 'a network policy names the peers and ports that it lets in',
  },
  {
    expression:
      '!has(object.spec.egress) || object.spec.egress.all(r, has(r.to) && size(r.to) > 0 && has(r.ports) && size(r.ports) > 0)',
    message: 'a network policy names the peers and ports that it lets out to',
  },
  {
    expression: `(${allPeers('ingress', 'from', isNamed)}) && (${allPeers('egress', 'to', isNamed)})`,
    message: 'a network policy names pods, and their namespace where it is another',
  },
  {
    expression: allPeers('ingress', 'from', `!has(p.ipBlock) || ${isPrivate}`),
    message: 'a network policy lets in no addresses but private ones',
  },
  {
    expression: allPeers('egress', 'to', `!has(p.ipBlock) || ${isPrivate} || ${withoutPrivate}`),
    message: 'a network policy that lets out to the internet excepts private addresses and those of nodes',
  },
  {
    expression:
      "has(object.spec.policyTypes) && 'Ingress' in object.spec.policyTypes && 'Egress' in object.spec.policyTypes",
    message: 'a network policy is about both directions',
  },
]

const containersOf = (pod: string) =>
  `has(${pod}.initContainers) ? ${pod}.containers + ${pod}.initContainers : ${pod}.containers`
const template = { pod: 'object.spec.template.spec', containers: containersOf('object.spec.template.spec') }

export const policies: Policy[] = [
  {
    name: 'pods',
    group: '',
    version: 'v1',
    resources: ['pods', 'pods/ephemeralcontainers'],
    variables: { pod: 'object.spec', containers: containersOf('object.spec') },
    rules: [
      ...ofPods,
      {
        expression: '!has(object.spec.ephemeralContainers) || size(object.spec.ephemeralContainers) == 0',
        message: 'no container is added to a running pod',
      },
    ],
  },
  {
    name: 'workloads',
    group: 'apps',
    version: 'v1',
    resources: ['deployments', 'replicasets', 'statefulsets', 'daemonsets'],
    variables: template,
    rules: [...ofPods, ...ofServers],
  },
  { name: 'jobs', group: 'batch', version: 'v1', resources: ['jobs'], variables: template, rules: ofPods },
  {
    name: 'network-policies',
    group: 'networking.k8s.io',
    version: 'v1',
    resources: ['networkpolicies'],
    variables: {},
    rules: ofNetwork,
  },
]

/** infra/policies/admission: what the API server refuses in the mall's namespace, from every person and machine. */
export function admission(): Generated {
  const files = policies.map((policy) => [`${policy.name}.yaml`, yamlOf(...admissionOf(policy))] as const)
  const list = kustomization({ resources: files.map(([file]) => file) })
  const texts = [...files, ['kustomization.yaml', list] as const]
  return {
    owns: ['policies/admission/*'],
    files: Object.fromEntries(texts.map(([file, text]) => [`policies/admission/${file}`, text])),
  }
}

function admissionOf({ name, group, version, resources, variables, rules }: Policy): Manifest[] {
  const metadata = { name: `mallhive-${name}`, labels: partOf }
  return [
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      metadata,
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: {
          resourceRules: [
            { apiGroups: [group], apiVersions: [version], operations: ['CREATE', 'UPDATE'], resources },
          ],
        },
        variables: Object.entries(variables).map(([variable, expression]) => ({
          name: variable,
          expression,
        })),
        validations: rules,
      },
    },
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata,
      spec: {
        policyName: metadata.name,
        validationActions: ['Deny', 'Audit'],
        matchResources: {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
        },
      },
    },
  ]
}
