import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'

import { infraDir } from '../../paths.ts'

type Account = { name?: string; annotations: Record<string, string> }
type Source = { helm?: { valuesObject: object } }
type Application = {
  metadata: { name: string }
  spec: {
    source?: Source
    sources?: Source[]
    destination: { namespace: string }
    syncPolicy: { managedNamespaceMetadata?: { labels: Record<string, string> } }
  }
}

const read = (file: string) => readFileSync(join(infraDir, file), 'utf8')
const applications = globSync('argocd/environments/production/*.yaml', { cwd: infraDir })
  .map((file) => parseDocument(read(file)).toJS() as Application)
  .filter(({ metadata }) => metadata !== undefined)

/** Names that charts give their accounts unless values name another. */
const ofCharts: Record<string, string> = { kyverno: 'kyverno-admission-controller', karpenter: 'karpenter' }

test('the account of a controller with a role is the one that its role trusts', () => {
  const trusted = Object.fromEntries(
    [
      ...read('terraform/modules/mall/controllers.tf').matchAll(/^ {4}(\S+) = \{\n.*\n +account += "(.+)"/gm),
    ].map(([, controller = '', account]) => [controller, account]),
  )
  const [, karpenter = ''] =
    /serviceaccount:karpenter:(.+)"/.exec(read('terraform/modules/autoscaling/role.tf')) ?? []
  Object.assign(trusted, { karpenter })
  const accounts = applications.flatMap(({ metadata: { name }, spec }) =>
    accountsIn([spec.source ?? [], spec.sources ?? []].flat().map((it) => it.helm?.valuesObject)).map(
      (it) => [name, it.name ?? ofCharts[name]] as const,
    ),
  )
  expect(accounts.length).toBeGreaterThan(1)
  for (const [name, account] of accounts) expect([name, account]).toEqual([name, trusted[name]])
})

test('who is let in by an account of another namespace is in the mesh, which proves it', () => {
  const principals = globSync('mesh/*.yaml', { cwd: infraDir }).flatMap((file) => [
    ...read(file).matchAll(/cluster\.local\/ns\/([^/]+)\/sa/g),
  ])
  const others = new Set(principals.map(([, namespace = '']) => namespace).filter((it) => it !== 'mallhive'))
  expect(others.size).toBeGreaterThan(0)
  const meshed = applications.flatMap(({ spec: { destination, syncPolicy } }) =>
    syncPolicy.managedNamespaceMetadata?.labels['istio.io/dataplane-mode'] === 'ambient'
      ? destination.namespace
      : [],
  )
  expect(meshed).toEqual(expect.arrayContaining([...others]))
})

test('the first day installs the Argo CD that the cluster is tried with', () => {
  const [, tried] = /argo-cd\/v3 v(\S+)/.exec(read('cluster/argocd/go.mod')) ?? []
  expect(read('../docs/operating/first-day.md')).toContain(`/argo-cd/v${tried}/manifests/install.yaml`)
})

/** The accounts in a chart's values that take a role. */
function accountsIn(values: object): Account[] {
  return Object.entries(values).flatMap(([key, value]) => {
    if (typeof value !== 'object' || value === null) return []
    const account = value as Account
    return key === 'serviceAccount' && account.annotations?.['eks.amazonaws.com/role-arn']
      ? [account]
      : accountsIn(value)
  })
}
