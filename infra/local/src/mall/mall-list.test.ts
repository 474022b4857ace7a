import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { isSecret } from '@mallhive/process-kit/secret'
import { topicOf } from '@mallhive/service-kit/bus'
import type { Subscription } from '@mallhive/service-kit/subscribe'
import { expect, test } from 'vitest'

import routes from '../../../edge/routes.json' with { type: 'json' }
import { type Part, type PartName, buckets, mall, microFrontends } from '../../../mall.ts'
import { rootDir } from '../paths.ts'
import { callers } from '../reference/who-may-call.ts'
import { schemas } from './part-env.ts'

// infra/mall.ts against what stands elsewhere.

const parts: [PartName, Part][] = Object.entries<Part>(mall).map(([name, part]) => [name as PartName, part])
const services = parts.flatMap(([name, { kind }]) => (kind === 'service' ? name : []))
/** The parts that may publish and subscribe. */
const onBus: PartName[] = [...services, 'bff']
const folderOf = (name: string) => (name === 'bff' ? 'bff/host' : `services/${name}`)
const running = parts.flatMap(([name]) => (name === 'release-tools' ? [] : name))
const read = (path: string) => readFileSync(join(rootDir, path), 'utf8')
const part = (name: PartName): Part => mall[name]

test('the README lists the services, in the same order', () => {
  const rows = [...read('README.md').matchAll(/^\| `services\/([\w-]+)` \|/gm)].map(([, name]) => name)
  expect(rows).toEqual(services)
})

test('every folder of services/ is a service', () => {
  const folders = globSync('services/*/package.json', { cwd: rootDir }).map((file) => file.split('/')[1])
  expect(new Set(folders)).toEqual(new Set(services))
})

test('every subscribed topic is published by a part', () => {
  const published = new Set(parts.map(([, { publishes }]) => publishes))
  const missing = parts.flatMap(([, { subscribes = [] }]) => subscribes.filter((it) => !published.has(it)))
  expect(missing).toEqual([])
})

test.each(services)('%s publishes to the topic of its relay', (name) => {
  expect(relayTopics(name)).toEqual([part(name).publishes].filter(Boolean))
})

test.each(running)(
  '%s reads the name of an event bus if its events may go over it, and only then',
  (name) => {
    expect('EVENT_BUS' in schemas[name].shape).toBe(part(name).eventBus ?? false)
  },
)

test('the events of every part that publishes, but of identity, can go over the bus that leads to the lake', () => {
  const others = parts.flatMap(([name, { publishes, eventBus }]) => (publishes && !eventBus ? name : []))
  expect(others).toEqual(['identity'])
})

test.each(onBus)('%s subscribes to the topics of its handlers', async (name) => {
  expect(await subscribedTopics(name)).toEqual(new Set(part(name).subscribes))
})

test.each(onBus)('%s needs the bus if it publishes or subscribes, and only then', (name) => {
  const { publishes, subscribes, needs } = part(name)
  const opensBus = read(`${folderOf(name)}/src/main.ts`).includes('openBus(')
  expect(opensBus).toBe(needs.includes('bus'))
  expect(Boolean(publishes ?? subscribes)).toBe(needs.includes('bus'))
})

test.each(services)('%s calls the parts that it has clients for', (name) => {
  const named = part(name).calls.filter((called) => called in callers)
  expect(clientsIn(`services/${name}/src/**/*.ts`, name)).toEqual(new Set(named))
})

test('the BFF host calls the parts that it and the BFFs have clients for', () => {
  // Bundles of other repositories may call further ones: those that the host's schema has an address for.
  const called = [...clientsIn('bff/*/src/**/*.ts')]
  expect(called).toContain('orders')
  expect(called.filter((name) => !part('bff').calls.includes(name))).toEqual([])
})

test.each(Object.entries(microFrontends))(
  'the BFF of %s may call the services that it has clients for',
  (name, { calls: called }) => {
    const clients = [...clientsIn(`bff/${name}/src/**/*.ts`)].filter((service) => service !== 'identity')
    expect(new Set(clients)).toEqual(new Set(called))
  },
)

test.each(running)('%s calls the parts whose addresses its environment names', (name) => {
  expect(addressedBy(name)).toEqual(new Set(part(name).calls))
})

const calls = parts.flatMap(([name, { calls: called }]) =>
  called.filter((other) => other in callers).map((other) => [name, other] as const),
)

test.each(calls.filter(([name]) => services.includes(name)))(
  'every RPC that %s calls of %s accepts it',
  (name, called) => {
    const sources = sourcesOf(`services/${name}/src/**/*.ts`).join('\n')
    const used = (callers[called] ?? []).flatMap(({ rpcs }) =>
      Object.entries(rpcs).filter(([method]) => new RegExp(`\\.\\s*${method}\\(`).test(sources)),
    )
    expect(used).not.toEqual([])
    const accepts = (accepted: string[]) => accepted.includes('anyone') || accepted.includes(`part:${name}`)
    expect(used.filter(([, accepted]) => !accepts(accepted))).toEqual([])
  },
)

test.each(part('release-tools').calls)('%s accepts release-tools', (name) => {
  expect(acceptedBy(name)).toContain('part:release-tools')
})

test('every part that an RPC accepts is one that calls its service', () => {
  const strays = Object.keys(callers).flatMap((called) =>
    [...acceptedBy(called)]
      .filter((caller) => caller.startsWith('part:'))
      .map((caller) => caller.slice('part:'.length))
      .filter((name) => !parts.find(([known]) => known === name)?.[1].calls.includes(called))
      .map((name) => `${called} accepts ${name}`),
  )
  expect(strays).toEqual([])
})

test('every service with callers is in the table of callers', () => {
  const named = services.filter((name) => existsSync(join(rootDir, `services/${name}/src/callers.ts`)))
  expect(Object.keys(callers).toSorted()).toEqual(named.toSorted())
})

const variables = {
  postgres: ['DATABASE_URL'],
  redis: ['REDIS_URL'],
  mail: ['SMTP_URL'],
  opensearch: ['OPENSEARCH_URL'],
  // The edge finds its buckets among its origins.
  s3: ['RELEASES_BUCKET', 'EDGE_ORIGINS'],
}

test.each(running)('%s needs the engines that its environment names', (name) => {
  const named = Object.entries(variables).flatMap(([engine, names]) =>
    names.some((variable) => variable in schemas[name].shape) ? engine : [],
  )
  expect(named.toSorted()).toEqual(
    part(name)
      .needs.filter((engine) => engine !== 'bus')
      .toSorted(),
  )
  const usesAws = named.includes('s3') || part(name).needs.includes('bus')
  expect('AWS_REGION' in schemas[name].shape).toBe(usesAws && name !== 'edge')
})

test.each(running)('%s has keys in Redis if it needs Redis, and only then', (name) => {
  expect((part(name).redisKeys ?? []).length > 0).toBe(part(name).needs.includes('redis'))
})

test('every part that runs has a port, and no two parts have the same', () => {
  const ports = running.map((name) => part(name).port)
  expect(ports).not.toContain(undefined)
  expect(new Set(ports).size).toBe(running.length)
  expect(parts.filter(([, { port }]) => port === undefined).map(([name]) => name)).toEqual(['release-tools'])
})

test.each(running)('%s takes its port from PORT; without it starts on any or not at all', (name) => {
  const schema = schemas[name].shape['PORT']
  expect(schema?.safeParse('4999').data).toBe(4999)
  expect([undefined, 0]).toContain(schema?.safeParse(undefined).data)
})

test.each(running)('%s names the secrets of its environment', (name) => {
  const marked = Object.entries(schemas[name].shape).flatMap(([variable, field]) =>
    isSecret(field) ? variable : [],
  )
  expect(part(name).secrets?.toSorted()).toEqual(marked.toSorted())
})

test.each(running)('%s marks variables that are named like secrets', (name) => {
  const unmarked = Object.entries(schemas[name].shape).filter(
    ([variable, field]) =>
      /_(KEY|SECRET|PASSWORD)$|^(DATABASE|REDIS|SMTP)_URL$/.test(variable) && !isSecret(field),
  )
  expect(unmarked.map(([variable]) => variable)).toEqual([])
})

test.each(running)('%s has a path that tells whether it is ready', (name) => {
  expect(part(name).ready).toMatch(/^\//)
})

test('the parts that sign requests to buckets name the objects that they use, and no others do', () => {
  const named = parts.filter(([, { objects }]) => objects).map(([name]) => name)
  // The edge reads by bucket policy; release-tools work for people, with the administrator's key.
  const signing = parts.filter(
    ([name, { needs }]) => needs.includes('s3') && !/^(edge|release-tools)$/.test(name),
  )
  expect(named).toEqual(signing.map(([name]) => name))
})

test('the origins of the edge are its buckets and the parts that name one', () => {
  const origins = parts.flatMap(([, { edgeOrigin }]) => edgeOrigin ?? [])
  const used = new Set([
    ...routes.routes.map(({ origin }) => origin),
    ...Object.values(routes.previewHost.origins),
  ])
  expect(new Set([...Object.keys(buckets), ...origins])).toEqual(used)
  expect(routes.buckets.toSorted()).toEqual(Object.keys(buckets).toSorted())
})

test('every bucket has a policy', () => {
  const policies = globSync('infra/buckets/*.policy.json', { cwd: rootDir })
  const named = Object.values<string>(buckets).map((bucket) => `infra/buckets/${bucket}.policy.json`)
  expect(policies.toSorted()).toEqual(named.toSorted())
})

/** The topics of `startRelay` in the service's main.ts, each that of a contract: `topicOf(OrdersService.typeName)`. */
function relayTopics(name: string): string[] {
  const main = read(`services/${name}/src/main.ts`)
  const topics = main.matchAll(/\btopic: topicOf\((\w+)\.typeName\)/g)
  return [...topics].map(([, contract = '']) => {
    const owned = callers[name]?.find(({ service }) => service.name === contract)
    return owned ? topicOf(owned.service.typeName) : `${contract} is no contract of ${name}`
  })
}

type Module = { subscriptions: (deps: object) => Subscription[] }

async function subscribedTopics(name: string): Promise<Set<string>> {
  const file = join(rootDir, folderOf(name), 'src/subscriptions.ts')
  if (!existsSync(file)) return new Set()
  const { subscriptions }: Module = await import(file)
  // Handlers use their dependencies when an event arrives, not before.
  return new Set(subscriptions({}).map(({ topic }) => topic))
}

/** The parts that sources open clients for, but for `own`. */
function clientsIn(glob: string, own?: string): Set<string> {
  const names = sourcesOf(glob).flatMap((text) => [...text.matchAll(/\bclient\((\w+Service)\)/g)])
  return new Set(names.map(([, service = '']) => ownerOf(service)).filter((name) => name !== own))
}

/** The texts of sources, without tests and fakes. */
function sourcesOf(glob: string): string[] {
  const files = globSync(glob, { cwd: rootDir })
  return files.filter((file) => !/(\.test|\/test\S*|\/fake\S*)\.ts$/.test(file)).map(read)
}

/** The part that serves a service of the contracts: `InventoryService` → `cart`. */
function ownerOf(service: string): string {
  const owner = Object.entries(callers).find(([, accepted]) =>
    accepted.some((one) => one.service.name === service),
  )
  return owner?.[0] ?? `no part serves ${service}`
}

/** The parts that the variables of a part's environment are addresses of. */
function addressedBy(name: keyof typeof schemas): Set<string> {
  // Forms of the shell's pages lead to the provider; the shell itself does not call it.
  const called = Object.keys(schemas[name].shape).filter(
    (it) => part(name as PartName).kind !== 'shell' || it !== 'SANDBOX_PROVIDER_URL',
  )
  const others: Record<string, string[]> = {
    INVENTORY_URL: ['cart'],
    DESK_URL: ['release-desk'],
    WEBHOOK_URL: ['payments'],
    EDGE_ORIGINS: parts.flatMap(([other, { edgeOrigin }]) => (edgeOrigin ? other : [])),
  }
  const byUrl = new Map(parts.map(([other]) => [`${other.toUpperCase().replaceAll('-', '_')}_URL`, [other]]))
  return new Set(called.flatMap((variable) => others[variable] ?? byUrl.get(variable) ?? []))
}

function acceptedBy(name: string): Set<string> {
  return new Set(callers[name]?.flatMap(({ rpcs }) => Object.values(rpcs).flat()))
}
