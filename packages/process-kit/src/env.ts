import { z } from 'zod'

import { secret } from './secret.ts'

// Variables that several parts read, grouped by their reader. The schema of a part spreads the groups that it needs; a
// part gets only variables in its schema.

/** Read by every process: its address, log level and trace export. */
export const processEnv = {
  NODE_ENV: z.string().default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  /** Minimum level of logged messages (pino). */
  LOG_LEVEL: z.string().default('info'),
  /** How long /readyz fails before the server closes, so that load balancers stop sending. */
  READINESS_GRACE_MS: z.coerce.number().int().nonnegative().default(0),
  /** Folder of the certificate that this process shows, with its key and the authority of parts; without it parts speak plain HTTP. */
  TLS_FOLDER: z.string().optional(),
  /** Names of the parts whose certificates it accepts, by commas. */
  TLS_CALLERS: z.string().optional(),
  /** Target of spans by OTLP over HTTP; without it no spans are created. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  OTEL_EXPORTER_OTLP_HEADERS: secret(z.string().optional()),
  OTEL_RESOURCE_ATTRIBUTES: z.string().optional(),
  OTEL_TRACES_SAMPLER: z.string().optional(),
  OTEL_TRACES_SAMPLER_ARG: z.string().optional(),
  OTEL_BSP_SCHEDULE_DELAY: z.string().optional(),
}

/** Read by the AWS SDK. AWS_ENDPOINT_URL is for a local endpoint, where missing topics and queues are created. */
export const awsEnv = {
  AWS_ENDPOINT_URL: z.url().optional(),
  AWS_REGION: z.string().default('eu-central-1'),
  /** Account id in the ARNs of topics. */
  AWS_ACCOUNT_ID: z.string().optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: secret(z.string().optional()),
  /** The role of a service account on EKS, instead of a key. */
  AWS_ROLE_ARN: z.string().optional(),
  AWS_WEB_IDENTITY_TOKEN_FILE: secret(z.string().optional()),
}

/** Read by parts that publish over EventBridge. */
export const eventBusEnv = {
  /** The EventBridge bus that events are put on; without it they go to the part's SNS topic. */
  EVENT_BUS: z.string().optional(),
}

/** Read by parts that verify tokens, or call other parts. */
export const tokenEnv = {
  /** URL of the identity service's public key set. */
  JWKS_URL: z.url().optional(),
  /** The part's private key (Ed25519): a PEM, or the file that holds it. */
  PART_KEY: secret(z.string().optional()),
  /** The public keys of all parts: a JSON Web Key Set. */
  PART_KEYS: z.string().optional(),
}

/** Read by hosts of releases. */
export const releasesEnv = {
  RELEASES_BUCKET: z.string().default('mallhive-releases'),
  /** The mall's public root key, which verifies the trust policy. */
  TRUST_ROOT: z.string().optional(),
}
