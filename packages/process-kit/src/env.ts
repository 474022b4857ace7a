import { z } from 'zod'

// Variables that several parts read, by what reads them. A part's own schema spreads those that it needs: what no schema
// names, no part gets.

/** Read by every process: where it listens, what it logs, where its spans go. */
export const processEnv = {
  NODE_ENV: z.string().default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  /** pino's level of what is logged. */
  LOG_LEVEL: z.string().default('info'),
  /** How long /readyz says no before the server closes, for load balancers to notice. */
  READINESS_GRACE_MS: z.coerce.number().int().nonnegative().default(0),
  /** Where spans go by OTLP over HTTP; without it none are made. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z.string().optional(),
  OTEL_RESOURCE_ATTRIBUTES: z.string().optional(),
  OTEL_TRACES_SAMPLER: z.string().optional(),
  OTEL_TRACES_SAMPLER_ARG: z.string().optional(),
  OTEL_BSP_SCHEDULE_DELAY: z.string().optional(),
}

/** Read by the AWS SDK. With an endpoint it is a local one, and topics and queues are made when they are missing. */
export const awsEnv = {
  AWS_ENDPOINT_URL: z.url().optional(),
  AWS_REGION: z.string().default('eu-central-1'),
  /** Of topics, whose addresses hold it. */
  AWS_ACCOUNT_ID: z.string().optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  /** The role of a service account on EKS, instead of a key. */
  AWS_ROLE_ARN: z.string().optional(),
  AWS_WEB_IDENTITY_TOKEN_FILE: z.string().optional(),
}

/** Read by parts that are called with tokens, or call others. */
export const tokenEnv = {
  /** Where the identity service publishes its public keys. */
  JWKS_URL: z.url().optional(),
  /** The part's private key (Ed25519): a PEM, or the file that holds it. */
  PART_KEY: z.string().optional(),
  /** The public keys of all parts: a JSON Web Key Set. */
  PART_KEYS: z.string().optional(),
}

/** Read by hosts of releases. */
export const releasesEnv = {
  RELEASES_BUCKET: z.string().default('mallhive-releases'),
  /** The mall's public root key, which the policy of release keys is signed with. */
  TRUST_ROOT: z.string().optional(),
}
