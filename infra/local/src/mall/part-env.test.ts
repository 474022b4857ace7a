import { expect, test, vi } from 'vitest'

import { partEnv, schemas } from './part-env.ts'

type Part = keyof typeof schemas
const parts = Object.keys(schemas) as Part[]

// Written out rather than derived from the schemas: a schema that names another secret fails here, and is seen.
const everyProcess = `HOST LOG_LEVEL NODE_ENV OTEL_BSP_SCHEDULE_DELAY OTEL_EXPORTER_OTLP_ENDPOINT
  OTEL_EXPORTER_OTLP_HEADERS OTEL_RESOURCE_ATTRIBUTES OTEL_TRACES_SAMPLER OTEL_TRACES_SAMPLER_ARG PORT
  READINESS_GRACE_MS`
const aws = `AWS_ACCESS_KEY_ID AWS_ACCOUNT_ID AWS_ENDPOINT_URL AWS_REGION AWS_ROLE_ARN AWS_SECRET_ACCESS_KEY
  AWS_WEB_IDENTITY_TOKEN_FILE`
const tokens = `JWKS_URL PART_KEY PART_KEYS`

/** Every variable that each part gets when the mall and the launcher's environment have all of them. */
const expected: Record<Part, string> = {
  identity: `${everyProcess} ${aws} ${tokens} AUTH_SECRET DATABASE_URL GUESTS_PER_ADDRESS PUBLIC_ORIGIN REDIS_URL`,
  catalog: `${everyProcess} ${aws} ${tokens} DATABASE_URL PUBLIC_ORIGIN SEARCH_URL TRUSTED_HOPS`,
  cart: `${everyProcess} ${aws} ${tokens} CATALOG_URL DATABASE_URL REDIS_URL RESERVATION_TTL_MS SWEEP_EVERY_MS`,
  orders: `${everyProcess} ${aws} ${tokens} CART_URL CATALOG_URL CHECKOUT_ANSWER_MS CHECKOUT_CALL_MS CHECKOUT_EXPIRY_MS
    CHECKOUT_LEASE_MS DATABASE_URL INVENTORY_URL PAYMENTS_URL PREVIEW_ORIGIN PUBLIC_ORIGIN REDIS_URL`,
  payments: `${everyProcess} ${aws} ${tokens} DATABASE_URL PAYMENTS_WEBHOOK_SECRET PREVIEW_ORIGIN PROVIDER_TIMEOUT_MS
    PUBLIC_ORIGIN SANDBOX_PROVIDER_URL`,
  notifications: `${everyProcess} ${aws} ${tokens} DATABASE_URL MAIL_FROM PUBLIC_ORIGIN SMTP_URL`,
  'release-health': `${everyProcess} ${tokens} BATCH_SIZE BEACON_KEY DATABASE_URL DOCUMENTS_PER_ADDRESS DOCUMENT_MEMORY_HOURS
    FAILURES_PER_ADDRESS FLUSH_MS QUEUE_LIMIT REDIS_URL RELEASES_PER_MINUTE RETENTION_DAYS TRUSTED_HOPS
    VITALS_PER_ADDRESS`,
  'release-desk': `${everyProcess} ${aws} ${tokens} IDENTITY_URL PREVIEW_ORIGIN PREVIEW_PASS PUBLIC_ORIGIN RELEASES_BUCKET
    RELEASE_DESK_KEY RELEASE_DESK_WALK_MS RELEASE_HEALTH_URL TRUST_ROOT`,
  search: `${everyProcess} ${aws} ${tokens} CATALOG_URL DATABASE_URL INVENTORY_URL OPENSEARCH_URL PUBLIC_ORIGIN TRUSTED_HOPS`,
  bff: `${everyProcess} ${aws} ${tokens} BFF_BUNDLE_MAX_MB BFF_EVICTED_MS BFF_FAULTS_TO_EVICT BFF_FAULT_WINDOW_MS
    BFF_MUTATION_DEADLINE_MS BFF_QUERY_DEADLINE_MS BFF_SPARE_BUNDLES BFF_SPARE_BUNDLES_PER_MFE CART_URL
    CATALOG_URL DEV_PINS IDENTITY_URL INVENTORY_URL NOTIFICATIONS_URL ORDERS_URL PAYMENTS_URL PREVIEWS
    PREVIEW_ORIGIN PREVIEW_PASS PUBLIC_ORIGIN RATE_LIMIT_SCALE REDIS_URL RELEASES_BUCKET RELEASES_POLL_MS
    RELEASE_GRACE_MS RELEASE_RETENTION_MS TRUSTED_HOPS TRUST_ROOT
    SEARCH_URL`,
  shell: `${everyProcess} ${aws} BEACON_KEY BEACON_RATE BFF_URL DESK_URL LOADER_DEADLINE_MS LOCALES PART_KEY PREVIEW_ORIGIN
    PUBLIC_ORIGIN RELEASES_BUCKET RELEASES_POLL_MS RELEASE_GRACE_MS RELEASE_HEALTH_URL RELEASE_RETENTION_MS
    SANDBOX_PROVIDER_URL SHELL_BUILD TRUSTED_HOPS TRUST_ROOT`,
  'shell-previews': `${everyProcess} ${aws} BFF_URL DEV_PINS LOADER_DEADLINE_MS LOCALES PREVIEWS PREVIEW_ORIGIN PREVIEW_PASS PUBLIC_ORIGIN
    RELEASES_BUCKET RELEASES_POLL_MS RELEASE_GRACE_MS RELEASE_RETENTION_MS SANDBOX_PROVIDER_URL SHELL_BUILD
    TRUSTED_HOPS TRUST_ROOT`,
  edge: `EDGE_HOSTS EDGE_ORIGINS HOST PORT PREVIEW_ORIGIN PUBLIC_ORIGIN RATE_LIMIT_SCALE`,
  'sandbox-provider': `HOST LATENCY_MS PORT PREVIEW_ORIGIN PUBLIC_ORIGIN PUBLIC_URL STATE_DIR WEBHOOK_DELAY_MS WEBHOOK_SECRET
    WEBHOOK_URL`,
  services: everyProcess,
}

/** Set in every process, for Node itself. */
const base = ['NODE_EXTRA_CA_CERTS', 'TMPDIR']
const secrets = ['MALL_ROOT_KEY', 'MALL_SIGNING_KEY', 'SOMETHING_UNKNOWN']
const names = Object.values(expected).flatMap((text) => text.split(/\s+/).filter(Boolean))
const given = Object.fromEntries([...names, ...secrets].map((name) => [name, 'of the mall']))

test.each(parts)('%s gets exactly its variables, whatever the mall has', (part) => {
  const env = partEnv(part, given)
  const got = Object.keys(env).filter((name) => !base.includes(name))
  expect(got.toSorted()).toEqual(expected[part].split(/\s+/).filter(Boolean).toSorted())
})

test.each(parts)('%s gets settings of the launcher’s environment, no addresses and credentials', (part) => {
  for (const name of [...names, 'GITHUB_TOKEN']) vi.stubEnv(name, 'of the person who starts the mall')
  const taken = Object.keys(partEnv(part, {})).filter((name) => !base.includes(name))
  vi.unstubAllEnvs()
  expect(taken.filter((name) => /KEY|SECRET|TOKEN|URL|ORIGIN|BUCKET|AWS/.test(name))).toEqual([])
})
