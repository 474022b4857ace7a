import { type PartName, buckets } from '../../../mall.ts'
import { partCredentials } from '../engines/part-access.ts'
import type { RedisUrls } from '../engines/redis-users.ts'
import type { Engines } from './engines.ts'
import { awsCredentials } from './secrets.ts'
import type { ReleaseHost, ServiceName, ShellName } from './services.ts'

export type Env = Record<string, string>

/** What environments are made of: addresses of engines, secrets and keys. */
type Opened = Record<'aws' | 'mail', { url: string }> &
  Pick<Engines, 'databaseUrls' | 'secrets' | 'keys' | 'partKeys'> & {
    redis: RedisUrls
    opensearch?: { url: string } | undefined
  }

/** The addresses of a mall's parts. */
export type Addresses = {
  publicOrigin: string
  previewOrigin: string
  /** Whether other machines reach the edge. */
  exposed?: boolean
  bff: string
  desk: string
  sandboxProvider: string
  services: Record<ServiceName, string>
}

/** Whether other machines reach a server that listens on this address. */
export function isExposed(host: string): boolean {
  return !/^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host)
}

/** Variables for every part of the mall: the names of production with local addresses. */
export function sharedEnv(engines: Opened, at: Addresses): Env {
  return {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    AWS_ENDPOINT_URL: engines.aws.url,
    AWS_REGION: 'eu-central-1',
    RELEASES_BUCKET: buckets.releases,
    MEDIA_BUCKET: buckets.media,
    PUBLIC_ORIGIN: at.publicOrigin,
    PREVIEWS: 'on',
    PREVIEW_ORIGIN: at.previewOrigin,
    BFF_URL: at.bff,
    SANDBOX_PROVIDER_URL: at.sandboxProvider,
    TRUST_ROOT: engines.keys.trustRoot,
    // Only people at this machine see previews without a pass, and unsigned builds of dev servers.
    PREVIEW_PASS: at.exposed ? 'required' : 'by-host',
    DEV_PINS: at.exposed ? 'off' : 'on',
  }
}

/** The access key of a part of the mall, or the administrator's. */
export function awsKeyEnv({ secrets }: Pick<Engines, 'secrets'>, part?: PartName): Env {
  const administrator = awsCredentials(secrets)
  const { accessKeyId, secretAccessKey } = part ? partCredentials(administrator, part) : administrator
  return { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey }
}

/** Variables for people who release into this mall: signing keys and the addresses of services besides. No part gets them. */
export function teamEnv(engines: Opened, at: Addresses): Env {
  return {
    ...sharedEnv(engines, at),
    ...awsKeyEnv(engines),
    MALL_SIGNING_KEY: engines.keys.signingKeyFile,
    MALL_ROOT_KEY: engines.keys.rootKeyFile,
    ...serviceUrls(at),
    PART_KEY: engines.partKeys.files['release-tools'],
  }
}

/** Additional variables for services and the BFF host. */
function backendEnv(engines: Opened, at: Addresses): Env {
  const { secrets } = engines
  return {
    ...sharedEnv(engines, at),
    SMTP_URL: engines.mail.url,
    ...(engines.opensearch && { OPENSEARCH_URL: engines.opensearch.url }),
    JWKS_URL: `${at.services.identity}/.well-known/jwks.json`,
    AUTH_SECRET: secrets.authSecret,
    PART_KEYS: engines.partKeys.publicSet,
    PAYMENTS_WEBHOOK_SECRET: secrets.webhookSecret,
    BEACON_KEY: secrets.beaconKey,
    // All browsers of this machine share one address, and a step of a rollout at 1 % takes 10 000 documents.
    ...(!at.exposed && {
      DOCUMENTS_PER_ADDRESS: '100000',
      FAILURES_PER_ADDRESS: '100000',
      VITALS_PER_ADDRESS: '100000',
      GUESTS_PER_ADDRESS: '100000',
    }),
    RELEASE_DESK_KEY: engines.keys.deskKeyFile,
  }
}

/** Returns all variables that a part may get; `partEnv` selects those that its schema names. */
export function givenEnv(engines: Opened, at: Addresses, part: ServiceName | ReleaseHost): Env {
  const databaseUrls: Partial<Record<string, string>> = engines.databaseUrls
  const redisUrls: Partial<Record<string, string>> = engines.redis.urls
  const [database, redis] = [databaseUrls[part], redisUrls[part]]
  return {
    ...backendEnv(engines, at),
    ...serviceUrls(at),
    ...awsKeyEnv(engines, part),
    PART_KEY: engines.partKeys.files[part],
    ...(database && { DATABASE_URL: database }),
    ...(redis && { REDIS_URL: redis }),
  }
}

/** Returns all variables that a shell may get, but the name of its build. */
export function shellEnv(engines: Opened, at: Addresses, name: ShellName): Env {
  return {
    ...sharedEnv(engines, at),
    ...awsKeyEnv(engines, name),
    BEACON_KEY: engines.secrets.beaconKey,
    DESK_URL: at.desk,
    RELEASE_HEALTH_URL: at.services['release-health'],
    PART_KEY: engines.partKeys.files.shell,
  }
}

/** Returns the URLs of the services; the inventory is part of the cart service. */
function serviceUrls({ services }: Addresses): Env {
  const urls = Object.entries({ ...services, inventory: services.cart })
  return Object.fromEntries(
    urls.map(([name, url]) => [`${name.toUpperCase().replaceAll('-', '_')}_URL`, url]),
  )
}
