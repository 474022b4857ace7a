// Secrets that groups of variables in packages/process-kit/src/env.ts hold.
const ofTracing = ['OTEL_EXPORTER_OTLP_HEADERS'] as const
const ofAws = ['AWS_SECRET_ACCESS_KEY', 'AWS_WEB_IDENTITY_TOKEN_FILE'] as const

/**
 * The mall: every part once, what it needs, and which part knows which. infra/local opens it from this list; what stands
 * elsewhere (the README, routes.json, clients, callers, topics, environments) is checked against it by
 * infra/local/src/mall/mall-list.test.ts.
 */
export const mall = listParts({
  // Services, in the order in which they start.
  identity: {
    kind: 'service',
    needs: ['postgres', 'redis', 'bus'],
    redisKeys: ['identity:*', 'limit:identity:*'],
    calls: [],
    // Not over the bus, which leads to the lake: names and mail addresses are deleted with an account, and the lake keeps them.
    publishes: 'mallhive-identity-events',
    secrets: [...ofTracing, ...ofAws, 'PART_KEY', 'DATABASE_URL', 'REDIS_URL', 'AUTH_SECRET'],
    ready: '/readyz',
    port: 4011,
    minReplicas: 2,
    maxReplicas: 10,
    cpu: '250m',
    memory: '384Mi',
  },
  catalog: {
    kind: 'service',
    needs: ['postgres', 'bus'],
    calls: ['search'],
    publishes: 'mallhive-catalog-events',
    eventBus: true,
    edgeOrigin: 'catalog',
    secrets: [...ofTracing, ...ofAws, 'PART_KEY', 'DATABASE_URL'],
    ready: '/readyz',
    port: 4012,
    minReplicas: 2,
    maxReplicas: 12,
    cpu: '250m',
    memory: '384Mi',
  },
  cart: {
    kind: 'service',
    needs: ['postgres', 'redis', 'bus'],
    redisKeys: ['cart:*'],
    calls: ['catalog'],
    publishes: 'mallhive-inventory-events',
    eventBus: true,
    subscribes: ['mallhive-orders-events'],
    secrets: [...ofTracing, ...ofAws, 'PART_KEY', 'DATABASE_URL', 'REDIS_URL'],
    ready: '/readyz',
    port: 4013,
    minReplicas: 2,
    maxReplicas: 12,
    cpu: '250m',
    memory: '384Mi',
  },
  orders: {
    kind: 'service',
    needs: ['postgres', 'redis', 'bus'],
    redisKeys: ['limit:orders:*'],
    calls: ['cart', 'catalog', 'payments'],
    publishes: 'mallhive-orders-events',
    eventBus: true,
    subscribes: ['mallhive-payments-events'],
    secrets: [...ofTracing, ...ofAws, 'PART_KEY', 'DATABASE_URL', 'REDIS_URL'],
    ready: '/readyz',
    port: 4014,
    minReplicas: 2,
    maxReplicas: 12,
    cpu: '250m',
    memory: '384Mi',
  },
  payments: {
    kind: 'service',
    needs: ['postgres', 'bus'],
    calls: ['sandbox-provider'],
    publishes: 'mallhive-payments-events',
    eventBus: true,
    edgeOrigin: 'payments',
    secrets: [...ofTracing, ...ofAws, 'PART_KEY', 'DATABASE_URL', 'PAYMENTS_WEBHOOK_SECRET'],
    ready: '/readyz',
    port: 4015,
    minReplicas: 2,
    maxReplicas: 10,
    cpu: '250m',
    memory: '384Mi',
  },
  notifications: {
    kind: 'service',
    needs: ['postgres', 'bus', 'mail'],
    calls: [],
    publishes: 'mallhive-notifications-events',
    eventBus: true,
    subscribes: ['mallhive-orders-events'],
    secrets: [...ofTracing, ...ofAws, 'PART_KEY', 'DATABASE_URL', 'SMTP_URL'],
    ready: '/readyz',
    port: 4016,
    minReplicas: 2,
    maxReplicas: 6,
    cpu: '100m',
    memory: '384Mi',
  },
  'release-health': {
    kind: 'service',
    needs: ['postgres', 'redis'],
    redisKeys: ['limit:{beacon:*'],
    calls: [],
    edgeOrigin: 'release-health',
    secrets: [...ofTracing, 'PART_KEY', 'DATABASE_URL', 'REDIS_URL', 'BEACON_KEY'],
    ready: '/readyz',
    port: 4017,
    minReplicas: 2,
    maxReplicas: 6,
    cpu: '100m',
    memory: '384Mi',
  },
  'release-desk': {
    kind: 'service',
    needs: ['s3'],
    objects: { reads: ['mallhive-releases/*'], writes: ['mallhive-releases/mfe/*/live.json'] },
    calls: ['identity', 'release-health'],
    edgeOrigin: 'desk',
    secrets: [...ofTracing, ...ofAws, 'PART_KEY', 'RELEASE_DESK_KEY'],
    ready: '/readyz',
    port: 4018,
    minReplicas: 2,
    maxReplicas: 2,
    cpu: '100m',
    memory: '256Mi',
  },
  search: {
    kind: 'service',
    needs: ['postgres', 'bus', 'opensearch'],
    calls: ['catalog', 'cart'],
    subscribes: ['mallhive-catalog-events', 'mallhive-inventory-events', 'mallhive-orders-events'],
    edgeOrigin: 'search',
    secrets: [...ofTracing, ...ofAws, 'PART_KEY', 'DATABASE_URL', 'OPENSEARCH_URL'],
    ready: '/readyz',
    port: 4020,
    minReplicas: 2,
    maxReplicas: 12,
    cpu: '500m',
    memory: '768Mi',
  },

  // What shoppers' requests pass on their way in.
  bff: {
    kind: 'bff',
    needs: ['redis', 's3', 'bus'],
    redisKeys: ['bff:*', 'limit:bff:*'],
    objects: { reads: ['mallhive-releases/*'], writes: ['mallhive-releases/used/*'] },
    calls: ['identity', 'catalog', 'cart', 'orders', 'payments', 'notifications', 'search'],
    subscribes: ['mallhive-catalog-events', 'mallhive-inventory-events'],
    edgeOrigin: 'bff',
    secrets: [...ofTracing, ...ofAws, 'PART_KEY', 'REDIS_URL'],
    ready: '/readyz',
    port: 4003,
    minReplicas: 2,
    maxReplicas: 12,
    cpu: '500m',
    memory: '1536Mi',
  },
  shell: {
    kind: 'shell',
    needs: ['s3'],
    objects: { reads: ['mallhive-releases/*'], writes: ['mallhive-releases/used/*'] },
    calls: ['bff', 'release-desk', 'release-health'],
    edgeOrigin: 'shell',
    secrets: [...ofTracing, ...ofAws, 'PART_KEY', 'BEACON_KEY'],
    ready: '/readyz',
    port: 4001,
    minReplicas: 2,
    maxReplicas: 20,
    cpu: '1',
    memory: '1536Mi',
  },
  /** The preview host: releases that were never promoted run here, and in no process that serves shoppers. */
  'shell-previews': {
    kind: 'shell',
    needs: ['s3'],
    objects: { reads: ['mallhive-releases/*'], writes: ['mallhive-releases/used/*'] },
    calls: ['bff'],
    edgeOrigin: 'shell-previews',
    secrets: [...ofTracing, ...ofAws],
    ready: '/readyz',
    port: 4002,
    minReplicas: 1,
    maxReplicas: 2,
    cpu: '250m',
    memory: '1024Mi',
    expendable: true,
  },
  edge: {
    kind: 'edge',
    needs: ['s3'],
    calls: [
      'shell',
      'shell-previews',
      'bff',
      'catalog',
      'payments',
      'release-health',
      'release-desk',
      'search',
    ],
    secrets: [],
    ready: '/media/none',
    port: 4000,
    minReplicas: 0,
  },

  // Third parties, and tools that teams run.
  'sandbox-provider': {
    kind: 'provider',
    needs: [],
    calls: ['payments'],
    secrets: ['WEBHOOK_SECRET'],
    ready: '/healthz',
    port: 4019,
    minReplicas: 0,
  },
  'release-tools': { kind: 'tool', needs: ['s3'], calls: ['release-health', 'search'], minReplicas: 0 },
})

/**
 * Micro frontends whose BFFs run in a deployment of their own, with the services that they call besides identity. The others share the
 * deployment `bff`.
 */
export const microFrontends = {
  home: { calls: ['catalog'] },
  catalog: { calls: ['catalog', 'cart', 'search'] },
  cart: { calls: ['catalog', 'cart'] },
  checkout: { calls: ['cart', 'orders', 'payments'] },
  profile: { calls: ['cart', 'orders'] },
  seller: { calls: ['orders'] },
} as const satisfies Record<string, { calls: readonly PartOfKind<'service'>[] }>

/** Calls that are allowed although the traced journey of e2e/faults/calls.spec.ts does not show them, and why they are. */
export const untraced: Partial<Record<`${PartName} → ${PartName}`, string>> = {
  'cart → catalog': 'a seller sets the stock of a SKU that has none yet: the catalogue says whose it is',
  'payments → sandbox-provider': 'the provider is another company’s, and takes no traces',
  'shell → release-health': 'it sends its counts of documents outside of any trace',
  'shell-previews → bff': 'the journey opens no preview',
  'search → cart': 'it asks for the stock of products when the index is made',
  'search → catalog': 'it reads all products when the index is made',
  'bff → notifications': 'bundles of other repositories may; no page of the mall does',
}

/** Engines, each with the process that stands in for it on one machine. */
const engines = {
  postgres: 'postgres',
  redis: 'redis',
  /** SNS and SQS. */
  bus: 'aws',
  s3: 'aws',
  mail: 'mail',
  /** Only where it is asked for (MALL_SEARCH=opensearch): else the index is in Postgres. */
  opensearch: 'opensearch',
} as const

/** Buckets, by their names as origins of the edge. */
export const buckets = { releases: 'mallhive-releases', media: 'mallhive-media' } as const

type EngineName = keyof typeof engines
export type EngineProcess = (typeof engines)[EngineName]
type Kind = 'service' | 'bff' | 'shell' | 'edge' | 'provider' | 'tool'

export interface Part<Name extends string = string> {
  kind: Kind
  needs: readonly EngineName[]
  /** Parts that it calls, by RPC or HTTP. Parts with tokens also read the public keys of identity. */
  calls: readonly Name[]
  /** The topic of its outbox. */
  publishes?: string
  /** Where EVENT_BUS names an EventBridge bus, its events go there instead, and rules bring them to the same queues. */
  eventBus?: true
  /** Topics that its queue is subscribed to. */
  subscribes?: readonly string[]
  /** Objects that it may read and write, as `<bucket>/<key>` with * for any characters. The edge reads by bucket policy. */
  objects?: { reads: readonly string[]; writes?: readonly string[] }
  /** Keys in Redis that it may read and write, with * for any characters. */
  redisKeys?: readonly string[]
  /** Variables of its environment that hold a secret or name a key file. Tools get theirs from the people who run them. */
  secrets?: readonly string[]
  /** Path that answers with a status below 500 once it is ready; tools do not listen. */
  ready?: string
  /** The one port that it listens on, given as PORT. On one machine only the edge has its own, all others take free ones. */
  port?: number
  /** Its name in infra/edge/routes.json, which says what is public. */
  edgeOrigin?: string
  /** Fewest processes in production; 0 for what is no deployment of the mall there: CloudFront, other companies, tools. */
  minReplicas: number
  /** Most of them. */
  maxReplicas?: number
  /** Share of a processor that one process is sure of, as Kubernetes writes it. */
  cpu?: string
  /** Memory that one process is sure of and beyond which it is ended. */
  memory?: string
  /** The mall goes on without it: locally it is confined and restarted without end. */
  expendable?: true
}

export type PartName = keyof typeof mall

/** Names of the parts of a kind. */
export type PartOfKind<K extends Kind> = {
  [N in PartName]: (typeof mall)[N]['kind'] extends K ? N : never
}[PartName]

/** Names of the parts that need an engine. */
export type PartNeeding<E extends EngineName> = {
  [N in PartName]: E extends (typeof mall)[N]['needs'][number] ? N : never
}[PartName]

/** Names of the parts that an origin of the edge leads to. */
export type PartBehindEdge = {
  [N in PartName]: (typeof mall)[N] extends { edgeOrigin: string } ? N : never
}[PartName]

/** Checks at compile time that calls name parts of the same list. */
function listParts<const Parts extends Record<string, Part<Extract<keyof Parts, string>>>>(
  parts: Parts,
): Parts {
  return parts
}
