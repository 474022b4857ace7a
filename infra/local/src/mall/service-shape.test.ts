import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { type Part, type PartName, mall } from '../../../mall.ts'
import { rootDir } from '../paths.ts'
import { serviceModules } from './service-modules.ts'

const services = Object.keys(serviceModules) as (PartName & keyof typeof serviceModules)[]

describe.each(services)('%s has the shape of every service', (name) => {
  const { needs, subscribes = [] }: Part = mall[name]
  const folder = join(rootDir, 'services', name)
  const main = readFileSync(join(folder, 'src/main.ts'), 'utf8')

  test('its files', () => {
    const files = [
      'README.md',
      'src/config.ts',
      'src/deps.ts',
      'src/main.ts',
      'src/reasons.ts',
      'src/routes.ts',
    ]
    const stored = ['drizzle.config.ts', 'src/schema.ts', 'src/testing.ts']
    const expected = [
      ...files,
      ...(needs.includes('postgres') ? stored : []),
      ...(main.includes('host.routes(') ? ['src/callers.ts'] : []),
      ...(subscribes.length > 0 ? ['src/subscriptions.ts'] : []),
    ]
    expect(expected.filter((file) => !existsSync(join(folder, file)))).toEqual([])
  })

  test('main.ts: config, deps, migrations, bus, routes, readiness, relay, consumer, background work', () => {
    const steps = [
      'const config = readConfig(configSchema, host.env)',
      'openDeps(host, config)',
      "await migrate(db, new URL('../drizzle', import.meta.url), host.name)",
      'const bus = host.use(openBus(config))',
      'host.routes(routes(deps), callers)',
      'host.http(',
      'host.readiness(',
      'host.use(startRelay(',
      'host.use(await startConsumer(',
      `if (import.meta.main) await runService('${name}', start)`,
    ]
    const found = steps.map((step) => main.indexOf(step)).filter((at) => at >= 0)
    expect(found).toEqual(found.toSorted((a, b) => a - b))
    expect([main.includes(steps[0]!), main.includes(steps[1]!), main.includes(steps.at(-1)!)]).toEqual([
      true,
      true,
      true,
    ])
    expect(main.includes('migrate(')).toBe(main.includes(steps[2]!))
    expect(main.includes('openBus(')).toBe(main.includes(steps[3]!))
  })
})
