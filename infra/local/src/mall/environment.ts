import type { Engines } from './engines.ts'
import { awsCredentials } from './secrets.ts'
import type { ReleaseHost, ServiceName } from './services.ts'

export type Env = Record<string, string>

/** Where the parts of one mall find each other. */
export type Addresses = {
  publicOrigin: string
  previewOrigin: string
  bff: string
  desk: string
  sandboxProvider: string
  services: Record<ServiceName, string>
}

/** What every part of the mall is told: the same names as in production, with local addresses. */
export function sharedEnv(engines: Engines, at: Addresses): Env {
  const { accessKeyId, secretAccessKey } = awsCredentials(engines.secrets)
  return {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    AWS_ENDPOINT_URL: engines.aws.url,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    RELEASES_BUCKET: 'mallhive-releases',
    MEDIA_BUCKET: 'mallhive-media',
    PUBLIC_ORIGIN: at.publicOrigin,
    PREVIEWS: 'on',
    PREVIEW_ORIGIN: at.previewOrigin,
    BFF_URL: at.bff,
    SANDBOX_PROVIDER_URL: at.sandboxProvider,
    TRUST_ROOT: engines.keys.trustRoot,
    // The preview host of a mall on this machine also shows what is being written here.
    DEV_PINS: 'on',
  }
}

/** What people who release here are told: the same, the keys to sign with, and where they learn how shoppers fare. No part of the mall gets it. */
export function teamEnv(engines: Engines, at: Addresses): Env {
  return {
    ...sharedEnv(engines, at),
    MALL_SIGNING_KEY: engines.keys.signingKeyFile,
    MALL_ROOT_KEY: engines.keys.rootKeyFile,
    RELEASE_HEALTH_URL: at.services['release-health'],
    PART_KEY: engines.partKeys.files['release-tools'],
  }
}

/** What services and the BFF host are told besides. */
function backendEnv(engines: Engines, at: Addresses): Env {
  const { secrets } = engines
  return {
    ...sharedEnv(engines, at),
    REDIS_URL: engines.redis.url,
    SMTP_URL: engines.mail.url,
    JWKS_URL: `${at.services.identity}/.well-known/jwks.json`,
    AUTH_SECRET: secrets.authSecret,
    PART_KEYS: engines.partKeys.publicSet,
    PAYMENTS_WEBHOOK_SECRET: secrets.webhookSecret,
    BEACON_KEY: secrets.beaconKey,
    // Every browser of this mall has the same address.
    DOCUMENTS_PER_ADDRESS: '100000',
    RELEASE_DESK_KEY: engines.keys.deskKeyFile,
  }
}

/** All that the mall has to give to a part; `partEnv` leaves what the part's schema names. */
export function givenEnv(engines: Engines, at: Addresses, part: ServiceName | ReleaseHost): Env {
  const databaseUrls: Partial<Record<string, string>> = engines.databaseUrls
  const url = databaseUrls[part]
  return {
    ...backendEnv(engines, at),
    ...serviceUrls(at),
    PART_KEY: engines.partKeys.files[part],
    ...(url && { DATABASE_URL: url }),
  }
}

/** Where services in other processes are; the cart service also keeps the inventory. */
function serviceUrls({ services }: Addresses): Env {
  const urls = Object.entries({ ...services, inventory: services.cart })
  return Object.fromEntries(
    urls.map(([name, url]) => [`${name.toUpperCase().replaceAll('-', '_')}_URL`, url]),
  )
}
