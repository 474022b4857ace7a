/** What Terraform would make: `terraform show -json` of a plan for an empty account. */
export type Plan = {
  resource_changes: Change[]
  prior_state?: { values?: { root_module?: Module } }
  configuration?: { root_module?: Configured }
}

type Configured = {
  resources?: { address: string; expressions?: Values }[]
  module_calls?: Record<string, { module?: Configured }>
}

type Change = {
  address: string
  mode: 'managed' | 'data'
  type: string
  change: { actions?: string[]; after: Values | null }
}

export type Module = {
  resources?: { address: string; mode: string; type: string; values: Values }[]
  child_modules?: Module[]
}

export type Values = Record<string, unknown>

/**
 * A resource that would be made. What is known only when it is made is absent in `values`, be it set or left to AWS: `configured`
 * tells which.
 */
export type Resource = { address: string; type: string; values: Values; configured: Set<string> }

export function resourcesOf(plan: Plan): Resource[] {
  const configured = new Map(expressionsIn(plan.configuration?.root_module))
  return plan.resource_changes
    .filter(({ mode, change }) => mode === 'managed' && change.after)
    .map(({ address, type, change }) => ({
      address,
      type,
      values: change.after ?? {},
      configured: configured.get(withoutKeys(address)) ?? new Set(),
    }))
}

function expressionsIn(
  { resources = [], module_calls = {} }: Configured = {},
  path = '',
): [string, Set<string>][] {
  return [
    ...resources.map(({ address, expressions = {} }): [string, Set<string>] => [
      `${path}${address}`,
      new Set(Object.keys(expressions)),
    ]),
    ...Object.entries(module_calls).flatMap(([name, { module }]) =>
      expressionsIn(module, `${path}module.${name}.`),
    ),
  ]
}

/** An address without the keys of instances. */
export const withoutKeys = (address: string) => address.replaceAll(/\["[^"]*"\]|\[\d+\]/g, '')

/**
 * One permission of a policy. Resources that are known only when they are made are absent. All but some actions, resources or
 * principals are `*`.
 */
export type Statement = {
  address: string
  sid: string
  allows: boolean
  actions: string[]
  resources: string[]
  /** As `<type>:<identifier>`. */
  principals: string[]
  /** As `<test> <variable>`. */
  conditions: string[]
}

/** All statements: of policy documents, whose content a plan shows even before ARNs are known, and of policies that are known. */
export function statementsOf(plan: Plan): Statement[] {
  const documents = [
    ...plan.resource_changes.map(asDocument),
    ...readDocuments(plan.prior_state?.values?.root_module),
  ]
  const policies = resourcesOf(plan).flatMap(({ address, values, configured }) =>
    ['policy', 'assume_role_policy', 'access_policies', 'policy_document'].flatMap((name) =>
      // What no module configures is what AWS makes of its own accord.
      typeof values[name] === 'string' && configured.has(name) ? statementsIn(address, values[name]) : [],
    ),
  )
  return [...documents.flatMap((document) => document ?? []), ...policies]
}

/** The statements of policies in what a test of a module has made, where every ARN is known. */
export function statementsMade(module: Module): Statement[] {
  return [
    ...(module.resources ?? []).filter(({ mode }) => mode === 'managed').flatMap(policiesOf),
    ...(module.child_modules ?? []).flatMap(statementsMade),
  ]
}

const policiesOf = ({ address, values }: { address: string; values: Values }) =>
  ['policy', 'assume_role_policy', 'access_policies', 'policy_document'].flatMap((name) =>
    typeof values[name] === 'string' ? statementsIn(address, values[name]) : [],
  )

function asDocument({ address, mode, type, change }: Change): Statement[] | undefined {
  return mode === 'data' && type === documentType
    ? statementsInDocument(address, change.after ?? {})
    : undefined
}

function readDocuments(module: Module = {}): Statement[][] {
  const here = (module.resources ?? []).filter(({ mode, type }) => mode === 'data' && type === documentType)
  return [
    ...here.map(({ address, values }) => statementsInDocument(address, values)),
    ...(module.child_modules ?? []).flatMap(readDocuments),
  ]
}

const documentType = 'aws_iam_policy_document'

type DocumentStatement = {
  sid?: string | null
  effect?: string | null
  actions?: (string | null)[] | null
  not_actions?: (string | null)[] | null
  resources?: (string | null)[] | null
  not_resources?: (string | null)[] | null
  principals?: { type: string; identifiers: (string | null)[] }[]
  not_principals?: { type: string }[]
  condition?: { test: string; variable?: string | null }[]
}

function statementsInDocument(address: string, { statement }: Values): Statement[] {
  return ((statement ?? []) as DocumentStatement[]).map((one) => ({
    address,
    sid: one.sid ?? '',
    allows: one.effect !== 'Deny',
    actions: [...known(one.actions), ...known(one.not_actions).map(() => '*')],
    resources: [...known(one.resources), ...known(one.not_resources).map(() => '*')],
    principals: [
      ...(one.principals ?? []).flatMap(({ type, identifiers }) =>
        known(identifiers).map((identifier) => `${type}:${identifier}`),
      ),
      ...(one.not_principals ?? []).map(({ type }) => `${type}:*`),
    ],
    conditions: (one.condition ?? []).map(
      ({ test, variable }, index) => `${test} ${variable ?? `(unknown ${index})`}`,
    ),
  }))
}

type Json = {
  Statement?: JsonStatement | JsonStatement[]
}
type JsonStatement = {
  Sid?: string
  Effect: string
  Action?: string | string[]
  NotAction?: string | string[]
  Resource?: string | string[]
  NotResource?: string | string[]
  Principal?: string | Record<string, string | string[]>
  NotPrincipal?: unknown
  Condition?: Record<string, Record<string, unknown>>
}

function statementsIn(address: string, text: string): Statement[] {
  let policy: Json
  try {
    policy = JSON.parse(text)
  } catch {
    return []
  }
  return [policy.Statement ?? []].flat().map((one) => ({
    address,
    sid: one.Sid ?? '',
    allows: one.Effect === 'Allow',
    actions: [...[one.Action ?? []].flat(), ...[one.NotAction ?? []].flat().map(() => '*')],
    resources: [...[one.Resource ?? []].flat(), ...[one.NotResource ?? []].flat().map(() => '*')],
    principals: one.NotPrincipal
      ? ['AWS:*']
      : typeof one.Principal === 'string'
        ? [`AWS:${one.Principal}`]
        : Object.entries(one.Principal ?? {}).flatMap(([type, names]) =>
            [names].flat().map((it) => `${type}:${it}`),
          ),
    conditions: Object.entries(one.Condition ?? {}).flatMap(([test, of]) =>
      Object.keys(of).map((variable) => `${test} ${variable}`),
    ),
  }))
}

const known = (values: (string | null)[] | null | undefined) => (values ?? []).filter((it) => it !== null)
