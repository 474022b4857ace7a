import type { Mistake } from './mistake.ts'

const app = (name: string, file = 'deployment') => `infra/kubernetes/apps/${name}/${file}.yaml`
const policy = (name: string) => app(name, 'network-policy')

/** Mistakes in manifests and policies that show in what is rendered. */
export const manifestMistakes: Mistake[] = [
  manifest(
    'a misspelt field',
    [app('catalog'), 'terminationGracePeriodSeconds: 30', 'terminationGracePeriodSecs: 30'],
    /catalog.*terminationGracePeriodSecs/,
  ),
  manifest(
    'a misspelt field of a pool of nodes',
    ['infra/kubernetes/nodes/staging/node-pool.yaml', 'consolidateAfter', 'consolidatedAfter'],
    /staging: NodePool\/parts: .*consolidatedAfter/,
  ),
  manifest(
    'a probe on a port that is missing',
    [
      app('identity'),
      'path: /healthz\n              port: http',
      'path: /healthz\n              port: health',
    ],
    /identity: a probe asks port health, which no container has/,
  ),
  manifest(
    'a selector that misses its pods',
    [
      app('cart'),
      '      app.kubernetes.io/name: cart\n  strategy',
      '      app.kubernetes.io/name: card\n  strategy',
    ],
    /cart: its selector does not select its pods/,
  ),
  manifest(
    'a tag instead of a digest',
    [
      'infra/kubernetes/overlays/production/images/kustomization.yaml',
      `mallhive/shell\n    digest: sha256:${'0'.repeat(64)}`,
      'mallhive/shell\n    newTag: latest',
    ],
    /production: Deployment\/shell: .*mallhive\/shell:latest is not named by digest/,
  ),
  manifest(
    'no limit of memory',
    [
      app('payments'),
      'limits:\n              memory: 384Mi\n              ephemeral',
      'limits:\n              ephemeral',
    ],
    /payments: containers have a limit of memory/,
  ),
  manifest(
    'a root filesystem that can be written to',
    [app('search'), 'readOnlyRootFilesystem: true', 'readOnlyRootFilesystem: false'],
    /search: containers run on a read-only root filesystem/,
  ),
  manifest(
    'a budget that lets no node be drained',
    [app('notifications', 'disruption-budget'), 'maxUnavailable: 1', 'minAvailable: 20'],
    /notifications: of \d+ processes none may be missing/,
  ),
  manifest(
    'a Service on a port that no pod has',
    [app('catalog', 'service'), 'targetPort: http', 'targetPort: web'],
    /catalog: no pod of it has the port web/,
  ),
  manifest(
    'a monitor of a port that no Service has',
    [app('payments', 'monitor'), 'port: http', 'port: metrics'],
    /payments: its Service has no port metrics/,
  ),
  manifest(
    'a canary that is judged by an analysis that does not exist',
    [
      'infra/kubernetes/components/canary/bff/rollout.yaml',
      'templateName: bff',
      'templateName: bff-of-yesterday',
    ],
    /there is no analysis bff-of-yesterday/,
  ),
  manifest(
    'a key that its Secret does not have',
    [app('orders'), 'key: PART_KEY\n', 'key: PART_KEYZ\n'],
    /orders: the Secret orders-secrets has no key PART_KEYZ/,
  ),
  manifest(
    'a secret that Secrets Manager does not hold',
    [app('identity', 'secrets'), 'property: AUTH_SECRET', 'property: AUTH_SECRETS'],
    /identity has no secret AUTH_SECRETS/,
  ),
  manifest(
    'pods that keep a password which has changed',
    [app('orders'), 'secret.reloader.stakater.com/reload: orders-secrets', 'mallhive/reload: orders-secrets'],
    /orders: no change of the Secret orders-secrets reaches its pods/,
  ),
  manifest(
    'an address that leads nowhere',
    [app('search'), 'http://catalog:4012', 'http://catalogue:4012'],
    /search: there is no Service catalogue/,
  ),
  manifest(
    'a token of the API server in a pod',
    [app('bff-home'), 'automountServiceAccountToken: false', 'automountServiceAccountToken: true'],
    /bff-home: pods get no token for the API server/,
  ),
  manifest(
    'a network policy that lets everything in',
    [policy('release-health'), '  ingress:\n', '  ingress:\n    - {}\n'],
    /release-health: a network policy names the peers and ports that it lets in/,
    'policy',
  ),
  manifest(
    'a network policy that lets every namespace in',
    [
      policy('release-desk'),
      '  ingress:\n',
      '  ingress:\n    - from:\n        - namespaceSelector: {}\n      ports:\n        - port: 1\n',
    ],
    /release-desk: a network policy names pods/,
    'policy',
  ),
  manifest(
    'a network policy that lets the internet in',
    [
      policy('identity'),
      '  ingress:\n',
      '  ingress:\n    - from:\n        - ipBlock:\n            cidr: 0.0.0.0/0\n      ports:\n        - port: 1\n',
    ],
    /identity: a network policy lets in no addresses but private ones/,
    'policy',
  ),
  manifest(
    'a network policy that lets out to the address at which nodes give their role',
    [policy('payments'), '              - 169.254.0.0/16\n', ''],
    /payments: a network policy that lets out to the internet excepts/,
    'policy',
  ),
  manifest(
    'an admission policy that only notes what it finds',
    ['infra/policies/admission/workloads.yaml', '    - Deny\n', ''],
    /ValidatingAdmissionPolicy\/mallhive-workloads: it denies nothing/,
    'policy',
  ),
  manifest(
    'a mesh that takes connections without certificates',
    ['infra/mesh/strict.yaml', 'STRICT', 'PERMISSIVE'],
    /PeerAuthentication\/strict: it takes connections without certificates/,
    'policy',
  ),
  manifest(
    'an authorisation for every caller that has a certificate',
    ['infra/mesh/identity.yaml', 'cluster.local/ns/mallhive/sa/bff-cart', "'*'"],
    /AuthorizationPolicy\/identity: it lets in callers that it does not name/,
    'policy',
  ),
  manifest(
    'a namespace whose pods may have every right',
    ['infra/kubernetes/mall/namespace.yaml', 'enforce: restricted', 'enforce: privileged'],
    /Namespace\/mallhive: pod-security.kubernetes.io\/enforce is not restricted/,
    'policy',
  ),
  manifest(
    'a canary whose analysis forgives',
    ['infra/kubernetes/components/canary/identity/analysis.yaml', 'failureLimit: 0', 'failureLimit: 100'],
    /Rollout\/identity: the analysis identity lets a version pass whose availability is bad/,
  ),
  manifest(
    'a network policy for a peer that does not exist',
    [policy('cart'), '- search\n', '- serch\n'],
    /cart: there is no workload serch/,
    'policy',
  ),
  manifest(
    'a caller that infra/mall.ts does not list',
    [
      'infra/mesh/payments.yaml',
      'sa/orders\n',
      'sa/orders\n              - cluster.local/ns/mallhive/sa/search\n',
    ],
    /search → payments: the mesh allows it, network policies do not agree/,
    'policy',
  ),
  manifest(
    'a rule of a policy that no object tests',
    [
      'infra/tools/src/kubernetes/policies/admission.ts',
      'const ofPods: Rule[] = [\n',
      "const ofPods: Rule[] = [\n  { expression: 'true', message: 'pods are wanted' },\n",
    ],
    /\+ +"pods are wanted"/,
    'policy',
    'infra/tools/src/kubernetes/policies/admission.test.ts',
  ),
]

function manifest(
  name: string,
  [file, find, replace]: [file: string, find: string, replace: string],
  reason: RegExp,
  kind: Mistake['kind'] = 'manifest',
  refusedBy = 'manifests',
): Mistake {
  return { name, kind, patch: { file, find, replace }, refusedBy, reason }
}
