import type { Manifest } from '../manifest.ts'
import { type Labels, type Objects, type Workload, labelsOf, nameOf, portsOf, selects } from './objects.ts'
import { addressesIn } from './services.ts'

type Expression = { key: string; operator: string; values: string[] }
type Peer = {
  podSelector?: { matchLabels?: Labels; matchExpressions?: Expression[] }
  namespaceSelector?: object
  ipBlock?: { cidr: string }
}
type Rule = { from?: Peer[]; to?: Peer[]; ports?: { port: number | string; protocol?: string }[] }
type NetworkPolicy = Manifest & {
  spec: { podSelector: { matchLabels?: Labels }; ingress?: Rule[]; egress?: Rule[] }
}
type Authorization = Manifest & {
  spec: {
    selector?: { matchLabels: Labels }
    rules?: {
      from?: { source: { principals?: string[]; ipBlocks?: string[] } }[]
      to?: { operation: { ports?: string[] } }[]
    }[]
  }
}

/**
 * Returns addresses that network policies or the mesh do not let through, peers that do not exist, and where what one lets out and
 * what the other lets in differ.
 */
export function networkErrors(objects: Objects): string[] {
  const { all, workloads } = objects
  const policies = all<NetworkPolicy>('NetworkPolicy')
  const servers = workloads.filter(({ kind }) => kind === 'Deployment')
  const rulesOf = (workload: Workload, direction: 'ingress' | 'egress') =>
    policies
      .filter(({ spec }) => selects(spec.podSelector.matchLabels ?? {}, labelsOf(workload)))
      .flatMap(({ spec }) => spec[direction] ?? [])
  const lets = (rules: Rule[], other: Workload, port: number) =>
    rules.some(
      ({ from, to, ports = [] }) =>
        ports.some((it) => it.port === port) &&
        [...(from ?? []), ...(to ?? [])].some((peer) => isPeer(peer, other)),
    )
  const portOf = (server: Workload) => portsOf(server)[0]?.containerPort ?? 0

  const unprotected = workloads
    .filter((it) => rulesOf(it, 'egress').length === 0)
    .map((it) => `${nameOf(it)}: no network policy is about its pods`)
  const lost = policies.flatMap((policy) =>
    [...(policy.spec.ingress ?? []), ...(policy.spec.egress ?? [])]
      .flatMap(({ from = [], to = [] }) => [...from, ...to])
      .flatMap(({ podSelector, namespaceSelector }) =>
        namespaceSelector ? [] : (podSelector?.matchExpressions ?? []),
      )
      .flatMap(({ values }) => values)
      .filter((name) => !servers.some(({ metadata }) => metadata.name === name))
      .map((name) => `${nameOf(policy)}: there is no workload ${name}`),
  )
  const pairs = servers.flatMap((from) => servers.map((to) => ({ from, to })))
  const differing = pairs.flatMap(({ from, to }) => {
    if (from === to) return []
    const [out, into] = [
      lets(rulesOf(from, 'egress'), to, portOf(to)),
      lets(rulesOf(to, 'ingress'), from, portOf(to)),
    ]
    const authorised = principalsOf(objects, to).includes(from.spec.template.spec.serviceAccountName)
    const between = `${from.metadata.name} → ${to.metadata.name}`
    const called = isCalled(from, to)
    return [
      ...(out === into ? [] : [`${between}: let ${out ? 'out, and not in' : 'in, and not out'}`]),
      ...(authorised === into
        ? []
        : [`${between}: the mesh ${authorised ? 'allows' : 'refuses'} it, network policies do not agree`]),
      ...(called && !out ? [`${between}: it has the address, and no network policy lets it out`] : []),
      ...(out && !called ? [`${between}: it is let out without having the address`] : []),
    ]
  })
  return [...unprotected, ...lost, ...differing]
}

function isCalled(from: Workload, to: Workload): boolean {
  const values = from.spec.template.spec.containers.flatMap(({ env = [] }) =>
    env.flatMap(({ value }) => value ?? []),
  )
  return addressesIn(values).some(({ host }) => host === to.metadata.name)
}

function isPeer({ podSelector, namespaceSelector }: Peer, workload: Workload): boolean {
  if (!podSelector || namespaceSelector) return false
  const { matchLabels = {}, matchExpressions = [] } = podSelector
  const labels = labelsOf(workload)
  return (
    selects(matchLabels, labels) &&
    matchExpressions.every(
      ({ key, operator, values }) => operator === 'In' && values.includes(labels[key] ?? ''),
    )
  )
}

/** The service accounts of the namespace that the mesh lets reach a workload. */
function principalsOf({ all }: Objects, workload: Workload): string[] {
  return all<Authorization>('AuthorizationPolicy')
    .filter(({ spec }) => spec.selector && selects(spec.selector.matchLabels, labelsOf(workload)))
    .flatMap(({ spec }) => spec.rules ?? [])
    .filter(({ to = [] }) =>
      to.some(({ operation }) =>
        portsOf(workload).some(({ containerPort }) => operation.ports?.includes(`${containerPort}`)),
      ),
    )
    .flatMap(({ from = [] }) => from)
    .flatMap(({ source }) => source.principals ?? [])
    .flatMap((principal) => /\/ns\/mallhive\/sa\/(.+)$/.exec(principal)?.[1] ?? [])
}
