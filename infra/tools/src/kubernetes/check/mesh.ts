import { network } from '../../../../environments.ts'
import { type Manifest, namespace } from '../manifest.ts'
import { type Labels, type Objects, nameOf } from './objects.ts'

type Source = { principals?: string[]; ipBlocks?: string[]; notPrincipals?: string[] }
type Authorization = Manifest & {
  spec: {
    selector?: { matchLabels?: Labels }
    action?: string
    rules?: { from?: { source: Source }[]; to?: { operation: { ports?: string[] } }[] }[]
  }
}
type Authentication = Manifest & {
  spec: { selector?: { matchLabels: Labels }; mtls?: { mode: string }; portLevelMtls?: object }
}

/** Returns authorisations of the mesh that do not name callers, and where it takes connections without its certificates. */
export function meshErrors({ all }: Objects): string[] {
  const authorizations = all<Authorization>('AuthorizationPolicy').filter(
    ({ spec }) => (spec.action ?? 'ALLOW') === 'ALLOW',
  )
  const open = authorizations.flatMap((authorization) =>
    (authorization.spec.rules ?? []).flatMap(({ from = [], to = [] }) =>
      [
        ...(from.length > 0 && from.every(({ source }) => isNamed(source) || isBalancer(source))
          ? []
          : ['it lets in callers that it does not name']),
        ...(to.length > 0 && to.every(({ operation: { ports = [] } }) => ports.length > 0)
          ? []
          : ['it lets in on every port']),
      ].map((what) => `${nameOf(authorization)}: ${what}`),
    ),
  )
  const balanced = new Set(
    authorizations
      .filter(({ spec }) =>
        spec.rules?.some(({ from = [] }) => from.some(({ source }) => isBalancer(source))),
      )
      .map(({ spec }) => JSON.stringify(spec.selector?.matchLabels)),
  )
  const authentications = all<Authentication>('PeerAuthentication')
  const plain = authentications
    .filter(
      ({ spec: { selector, mtls, portLevelMtls } }) =>
        portLevelMtls ||
        (mtls?.mode !== 'STRICT' &&
          !(mtls?.mode === 'PERMISSIVE' && balanced.has(JSON.stringify(selector?.matchLabels)))),
    )
    .map((it) => `${nameOf(it)}: it takes connections without certificates, and not for the load balancer`)
  const strict = authentications.some(({ spec }) => !spec.selector && spec.mtls?.mode === 'STRICT')
  const unconfined = all('Namespace')
    .filter(({ metadata }) => metadata.name === namespace)
    .flatMap(({ metadata: { labels = {} } }) =>
      Object.entries(ofNamespace)
        .filter(([label, value]) => labels[label] !== value)
        .map(([label, value]) => `Namespace/${namespace}: ${label} is not ${value}`),
    )
  return [
    ...open,
    ...plain,
    ...(strict ? [] : ['the mesh takes connections without certificates wherever none says otherwise']),
    ...unconfined,
  ]
}

/** By these the mesh takes up the pods of a namespace, and the API server refuses pods with rights. */
const ofNamespace = {
  'istio.io/dataplane-mode': 'ambient',
  'pod-security.kubernetes.io/enforce': 'restricted',
}

const isNamed = ({ principals = [] }: Source) =>
  principals.length > 0 && principals.every((it) => !it.includes('*'))
/** The load balancer has no certificate of the mesh. */
const isBalancer = ({ ipBlocks = [], notPrincipals = [] }: Source) =>
  ipBlocks.length === 1 && ipBlocks[0] === network.loadBalancers && notPrincipals.includes('*')
