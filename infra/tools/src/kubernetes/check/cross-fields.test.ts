import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'

import { infraDir } from '../../paths.ts'
import { objectsOf } from '../apps.ts'
import { argocd } from '../argocd/applications.ts'
import { analysis, hasCanary, rollout } from '../canary.ts'
import type { Manifest } from '../manifest.ts'
import { mesh } from '../mesh.ts'
import { admission } from '../policies/admission.ts'
import { signatures } from '../policies/signatures.ts'
import { workloads } from '../workloads.ts'
import { crossFieldErrors } from './cross-fields.ts'

type Fields = Record<string, unknown>
const pod = 'template.spec'
const container = `${pod}.containers.0`
const publicKeys = join(infraDir, 'kubernetes/overlays/production/mall/public-keys.yaml')

/** Everything that the generator makes, with images by digest, as overlays make them. */
function generated(): Manifest[] {
  const objects = workloads.flatMap((workload) => [
    ...Object.values(objectsOf(workload)),
    ...(hasCanary(workload) ? [analysis(workload)] : []),
  ])
  const applications = Object.entries(argocd().files)
    .filter(([path]) => /environments.production|projects/.test(path))
    .flatMap(([, text]) => parseAllDocuments(text).map((document) => document.toJS() as Manifest))
  const others = [mesh, admission, signatures].flatMap((make) => Object.entries(make().files))
  const policies = others
    .filter(([path]) => !path.endsWith('kustomization.yaml'))
    .flatMap(([, text]) => parseAllDocuments(text).map((document) => document.toJS() as Manifest))
  const text = JSON.stringify([
    ...objects,
    ...applications,
    ...policies,
    parse(readFileSync(publicKeys, 'utf8')),
  ])
  return JSON.parse(
    text.replaceAll(/"image":"([^"]+)"/g, `"image":"$1@sha256:${'a'.repeat(64)}"`),
  ) as Manifest[]
}

test('what the generator makes fits together', () => {
  expect(crossFieldErrors(generated())).toEqual([])
})

test('canaries take over the pods of their Deployment, and the autoscaler with them', () => {
  const canaries = workloads.filter(hasCanary).map(rollout)
  const manifests = generated().map((it) =>
    ['HorizontalPodAutoscaler', 'ScaledObject'].includes(it.kind) &&
    canaries.some(({ metadata }) => metadata.name === it.metadata.name)
      ? changed(it, 'scaleTargetRef.kind', 'Rollout')
      : it,
  )
  expect(crossFieldErrors([...manifests, ...canaries])).toEqual([])
  expect(crossFieldErrors([...generated(), ...canaries])).toContain(
    'HorizontalPodAutoscaler/catalog: it scales the Deployment, which a Rollout scales as well',
  )
})

test.each<[kind: string, name: string, field: string, value: unknown, message: string]>([
  ['Deployment', 'cart', 'selector.matchLabels', { app: 'card' }, 'its selector does not select its pods'],
  [
    'Deployment',
    'cart',
    `${container}.readinessProbe.httpGet.port`,
    'web',
    'a probe asks port web, which no container has',
  ],
  [
    'Deployment',
    'cart',
    `${container}.image`,
    'mallhive/service:1',
    'mallhive/service:1 is not named by digest',
  ],
  ['Deployment', 'cart', `${pod}.serviceAccountName`, 'carts', 'there is no service account carts'],
  [
    'Deployment',
    'cart',
    `${pod}.terminationGracePeriodSeconds`,
    5,
    'it is killed after 5 s, while it needs more than 15 s to stop',
  ],
  ['Deployment', 'cart', `${container}.env.1.name`, 'HOST', 'HOST is set twice'],
  ['Service', 'cart', 'ports.0.targetPort', 'web', 'no pod of it has the port web'],
  ['Service', 'cart', 'selector', { app: 'card' }, 'Service/cart selects 0 workloads'],
  ['Service', 'cart', 'ports.0.port', 80, 'there is no Service cart with the port 4013'],
  ['ServiceMonitor', 'cart', 'endpoints.0.port', 'metrics', 'its Service has no port metrics'],
  [
    'PodDisruptionBudget',
    'cart',
    'maxUnavailable',
    0,
    'of 2 processes none may be missing: no node can be drained',
  ],
  ['PodDisruptionBudget', 'cart', 'maxUnavailable', 2, 'all 2 processes may be missing at once'],
  ['ScaledObject', 'cart', 'minReplicaCount', 50, 'its least is above its most'],
  ['ScaledObject', 'cart', 'scaleTargetRef.name', 'carts', 'there is no Deployment carts'],
  [
    'ExternalSecret',
    'cart-secrets',
    'data.2.secretKey',
    'REDIS',
    'the Secret cart-secrets has no key REDIS_URL',
  ],
  [
    'ExternalSecret',
    'cart-secrets',
    'data.0.remoteRef.property',
    'AUTH_SECRET',
    'cart has no secret AUTH_SECRET',
  ],
  ['ExternalSecret', 'cart-secrets', 'secretStoreRef.name', 'carts', 'there is no SecretStore carts'],
  ['NetworkPolicy', 'cart', 'ingress.0.from', [], 'orders → cart: let out, and not in'],
  ['NetworkPolicy', 'cart', 'ingress.0.ports', [], 'orders → cart: let out, and not in'],
  ['NetworkPolicy', 'orders', 'egress', [], 'Deployment/orders: no network policy is about its pods'],
  [
    'ValidatingAdmissionPolicyBinding',
    'mallhive-pods',
    'validationActions',
    ['Audit'],
    'ValidatingAdmissionPolicy/mallhive-pods: it denies nothing',
  ],
  [
    'ValidatingAdmissionPolicy',
    'mallhive-jobs',
    'failurePolicy',
    'Ignore',
    'ValidatingAdmissionPolicy/mallhive-jobs: it admits what it cannot look at',
  ],
  [
    'ImageValidatingPolicy',
    'signed-images',
    'validationActions',
    ['Audit'],
    'ImageValidatingPolicy/signed-images: it denies nothing',
  ],
  ['Application', 'cart', 'project', 'carts', 'there is no project carts'],
  ['AppProject', 'mallhive', 'sourceRepos', ['*'], 'AppProject/mallhive: it takes every repository'],
  [
    'AppProject',
    'mallhive',
    'destinations.0.namespace',
    '*',
    'AppProject/mallhive: it reaches every namespace',
  ],
  [
    'AppProject',
    'observability',
    'clusterResourceWhitelist',
    [],
    'Application/observability: its project observability does not permit the namespace that it makes',
  ],
  [
    'AuthorizationPolicy',
    'cart',
    'rules',
    [],
    'orders → cart: the mesh refuses it, network policies do not agree',
  ],
  ['AuthorizationPolicy', 'cart', 'rules', [{}], 'AuthorizationPolicy/cart: it lets in on every port'],
  [
    'AuthorizationPolicy',
    'cart',
    'rules.0.from.0.source',
    { principals: ['*'] },
    'AuthorizationPolicy/cart: it lets in callers that it does not name',
  ],
  [
    'AuthorizationPolicy',
    'shell',
    'rules.1.from.0.source.ipBlocks',
    ['0.0.0.0/0'],
    'AuthorizationPolicy/shell: it lets in callers that it does not name',
  ],
  [
    'PeerAuthentication',
    'strict',
    'mtls.mode',
    'PERMISSIVE',
    'PeerAuthentication/strict: it takes connections without certificates',
  ],
  [
    'PeerAuthentication',
    'shell',
    'selector.matchLabels',
    { 'app.kubernetes.io/name': 'cart' },
    'PeerAuthentication/shell: it takes connections without certificates',
  ],
])('%s %s with another %s is refused', (kind, name, field, value, message) => {
  const manifests = generated().map((it) =>
    it.kind === kind && it.metadata.name === name ? changed(it, field, value) : it,
  )
  expect(crossFieldErrors(manifests)).toContainEqual(expect.stringContaining(message))
})

test.each<[what: string, field: string, value: unknown, message: string]>([
  ['without metrics', 'metrics', [], 'the analysis catalog judges nothing'],
  ['that only watches', 'dryRun', [{ metricName: '.*' }], 'the analysis catalog judges nothing'],
  ['that forgives', 'metrics.0.failureLimit', 99, 'lets a version pass whose availability is bad'],
  [
    'of all versions together',
    'metrics.1.provider.prometheus.query',
    'slo:latency:error_ratio:5m{part="catalog"}',
    'lets a version pass whose latency is bad',
  ],
])('a canary with an analysis %s is refused', (_, field, value, message) => {
  const manifests = [...generated(), ...workloads.filter(hasCanary).map(rollout)].map((it) =>
    it.kind === 'AnalysisTemplate' && it.metadata.name === 'catalog' ? changed(it, field, value) : it,
  )
  expect(crossFieldErrors(manifests)).toContainEqual(expect.stringContaining(message))
})

test.each(['istio.io/dataplane-mode', 'pod-security.kubernetes.io/enforce'])(
  'a namespace without its label %s is refused',
  (label) => {
    const namespace = parse(
      readFileSync(join(infraDir, 'kubernetes/mall/namespace.yaml'), 'utf8'),
    ) as Manifest
    expect(crossFieldErrors([...generated(), namespace])).toEqual([])
    delete namespace.metadata.labels?.[label]
    expect(crossFieldErrors([...generated(), namespace])).toEqual([expect.stringContaining(label)])
  },
)

test('a Deployment whose pods keep a Secret that has changed is refused', () => {
  const manifests = generated().map((it) =>
    it.kind === 'Deployment' && it.metadata.name === 'cart'
      ? { ...it, metadata: { ...it.metadata, annotations: {} } }
      : it,
  )
  expect(crossFieldErrors(manifests)).toContain(
    'Deployment/cart: no change of the Secret cart-secrets reaches its pods',
  )
})

function changed(manifest: Manifest, field: string, value: unknown): Manifest {
  const copy = structuredClone(manifest)
  const path = field.split('.')
  let at = copy['spec'] as Fields
  for (const name of path.slice(0, -1)) at = at[name] as Fields
  at[path.at(-1) ?? ''] = value
  return copy
}
