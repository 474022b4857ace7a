import { schemas } from '@mallhive/infra-local/mall/part-env'

import { type Environment, environments } from '../../../environments.ts'
import { mall, microFrontends } from '../../../mall.ts'
import { type Workload, workloads } from './workloads.ts'

/** Where a variable's value comes from: the text itself, the workload's Secret, or the ConfigMap of public keys. */
export type Value = string | { from: 'secret' | 'public-keys' }

/**
 * How long /readyz fails before a process stops listening: load balancers and endpoints follow within that time, and clients
 * leave idle connections (process-kit's `keepAlive`).
 */
export const readinessGraceMs = 5_000

export const tokenFolder = '/var/run/secrets/aws'

/** The variables that are the same in every environment. */
export function sharedVariables(workload: Workload): Record<string, Value> {
  return named(workload, {
    HOST: '0.0.0.0',
    PORT: `${workload.of.port}`,
    READINESS_GRACE_MS: `${readinessGraceMs}`,
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.observability:4318',
    OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
    AWS_WEB_IDENTITY_TOKEN_FILE: `${tokenFolder}/token`,
    JWKS_URL: `${urlOf('identity')}/.well-known/jwks.json`,
    PREVIEWS: 'on',
    PREVIEW_PASS: 'required',
    EVENT_BUS: 'mallhive',
    // CloudFront writes the visitor's address, and the load balancer leaves it.
    TRUSTED_HOPS: '1',
    ...addresses(workload),
    ...servedMicroFrontends(workload),
    ...Object.fromEntries(secretsOf(workload).map((name) => [name, { from: 'secret' } as const])),
    TRUST_ROOT: { from: 'public-keys' },
    PART_KEYS: { from: 'public-keys' },
  })
}

/** The variables that differ from environment to environment. */
export function environmentVariables(
  workload: Workload,
  name: keyof typeof environments,
): Record<string, string> {
  const { account, domain, provider, tracesPerHundred }: Environment = environments[name]
  return named(workload, {
    AWS_ACCOUNT_ID: account,
    AWS_ROLE_ARN: roleOf(workload, name),
    MAIL_FROM: `MallHive <orders@${domain}>`,
    OTEL_RESOURCE_ATTRIBUTES: `deployment.environment.name=${name}`,
    OTEL_TRACES_SAMPLER_ARG: `${tracesPerHundred / 100}`,
    PREVIEW_ORIGIN: `https://preview.${domain}`,
    PUBLIC_ORIGIN: `https://${domain}`,
    // As infra/terraform names it.
    RELEASES_BUCKET: `mallhive-${name}-releases-${account}`,
    SANDBOX_PROVIDER_URL: provider,
    SECURITY_CONTACT: `mailto:security@${domain}`,
  })
}

/** The role of a workload in AWS, as infra/terraform names it. */
export const roleOf = ({ name }: Workload, environment: keyof typeof environments): string =>
  `arn:aws:iam::${environments[environment].account}:role/mallhive-${environment}-${name}`

/** The variables that hold a secret. Access to AWS comes from the role, and the collector stands in the cluster. */
export function secretsOf({ of }: Workload): string[] {
  return (of.secrets ?? []).filter((name) => !/^(AWS|OTEL)_/.test(name))
}

/** The schema of a workload's environment. */
export const schemaOf = ({ part }: Workload) => schemas[part]

/** Those of the given variables that the workload's schema names. */
function named<V>(workload: Workload, given: Record<string, V>): Record<string, V> {
  const { shape } = schemaOf(workload)
  return Object.fromEntries(Object.entries(given).filter(([name]) => name in shape))
}

/** The addresses of the parts that a workload calls; the inventory is part of the cart service. */
function addresses({ calls }: Workload): Record<string, string> {
  const called = calls.flatMap((name) => (isWorkload(name) ? [[variableOf(name), urlOf(name)] as const] : []))
  const bffs = workloads.flatMap(({ name, microFrontend }) =>
    microFrontend ? [`${microFrontend}=${urlOf(name)}`] : [],
  )
  return {
    ...Object.fromEntries(called),
    ...(calls.includes('cart') && { INVENTORY_URL: urlOf('cart') }),
    ...(calls.includes('release-desk') && { DESK_URL: urlOf('release-desk') }),
    BFF_URLS: bffs.join(),
  }
}

function servedMicroFrontends({ part, microFrontend }: Workload): Record<string, string> {
  if (part !== 'bff') return {}
  return microFrontend
    ? { MICRO_FRONTENDS: microFrontend }
    : { EXCLUDED_MICRO_FRONTENDS: Object.keys(microFrontends).join() }
}

const isWorkload = (name: string) => workloads.some((it) => it.name === name)
const variableOf = (name: string) => `${name.toUpperCase().replaceAll('-', '_')}_URL`

/** The address of a workload's Service. */
function urlOf(name: string): string {
  const found = workloads.find((it) => it.name === name)
  return `http://${name}:${found?.of.port ?? mall.bff.port}`
}
