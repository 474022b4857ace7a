import { existsSync } from 'node:fs'
import { join } from 'node:path'

import routes from '../../../edge/routes.json' with { type: 'json' }
import { environments, network } from '../../../environments.ts'
import { rights as redisCommands } from '../../../local/src/engines/redis-users.ts'
import { type Part, buckets, mall, microFrontends } from '../../../mall.ts'
import type { Generated } from '../generated.ts'
import { roles } from '../images/roles.ts'
import { secretsOf } from '../kubernetes/variables.ts'
import { workloads } from '../kubernetes/workloads.ts'
import { rootDir } from '../paths.ts'

const parts = Object.entries<Part>(mall)
/** The parts that AWS runs for the mall, or that ask AWS for something: not other companies' and not CloudFront. */
const deployed = parts.filter(([, { minReplicas }]) => minReplicas > 0)
const described = await Promise.all(deployed.map(async ([name, part]) => [name, await describe(name, part)]))

/** What Terraform knows of infra/mall.ts, infra/edge/routes.json and the handlers of events. */
export function terraformVariables(): Generated {
  const known = {
    parts: Object.fromEntries(described),
    topics: parts.flatMap(([, { publishes }]) => publishes ?? []),
    buckets,
    images: Object.keys(roles),
    redisCommands,
    microFrontends: Object.keys(microFrontends),
    workloads: Object.fromEntries(
      workloads.map((it) => [it.name, { part: it.part, secrets: secretsOf(it) }]),
    ),
    network,
    environments: Object.fromEntries(
      Object.entries(environments).map(([name, { account, domain }]) => [name, { account, domain }]),
    ),
    edge: routes,
  }
  return {
    owns: ['terraform/mall.json'],
    files: { 'terraform/mall.json': `${JSON.stringify(known, null, 2)}\n` },
  }
}

async function describe(name: string, part: Part) {
  return {
    kind: part.kind,
    needs: part.needs,
    port: part.port,
    ready: part.ready,
    edgeOrigin: part.edgeOrigin ?? null,
    publishes: part.publishes ?? null,
    eventBus: part.eventBus ?? false,
    queue: part.subscribes ? `mallhive-${name}` : null,
    subscribes: await eventTypes(name),
    objects: { reads: part.objects?.reads ?? [], writes: part.objects?.writes ?? [] },
    redisKeys: part.redisKeys ?? [],
  }
}

type Module = { subscriptions: (deps: object) => { topic: string; desc: { typeName: string } }[] }

/** The event types that a part handles, by topic: the filters of its queue. */
async function eventTypes(name: string): Promise<Record<string, string[]>> {
  const folder = name === 'bff' ? 'bff/host' : `services/${name}`
  const file = join(rootDir, folder, 'src/subscriptions.ts')
  if (!existsSync(file)) return {}
  const { subscriptions }: Module = await import(file)
  // Handlers use their dependencies when an event arrives, not before.
  const handled = subscriptions({}).map(({ topic, desc }) => [topic, desc.typeName] as const)
  const topics = [...new Set(handled.map(([topic]) => topic))]
  return Object.fromEntries(
    topics.map((topic) => [topic, handled.filter(([of]) => of === topic).map(([, type]) => type)]),
  )
}
