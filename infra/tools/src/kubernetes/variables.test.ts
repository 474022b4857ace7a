import { expect, test } from 'vitest'

import { type EnvironmentName, environments } from '../../../environments.ts'
import { type Value, environmentVariables, schemaOf, secretsOf, sharedVariables } from './variables.ts'
import { type Workload, workloads } from './workloads.ts'

const names = Object.keys(environments) as EnvironmentName[]

/** What Secrets Manager and the ConfigMap of public keys would give. */
const given: Record<string, string> = {
  DATABASE_URL: 'postgres://orders@database:5432/mall',
  REDIS_URL: 'rediss://orders@redis:6379',
  SMTP_URL: 'smtps://user@mail:587',
  OPENSEARCH_URL: 'https://user@search:443',
}
const textOf = ([name, value]: [string, Value]) => [
  name,
  typeof value === 'string' ? value : (given[name] ?? 'x'.repeat(40)),
]

const cases = workloads.flatMap((workload) => names.map((environment) => ({ workload, environment })))

test.each(cases)('$workload.name starts with its variables in $environment', ({ workload, environment }) => {
  const shared = Object.entries(sharedVariables(workload)).map(textOf)
  const env = { ...Object.fromEntries(shared), ...environmentVariables(workload, environment) }
  expect(schemaOf(workload).safeParse(env).error).toBeUndefined()
})

test.each(workloads)('$name gets every secret that its schema names, from Secrets Manager', (workload) => {
  const shared = sharedVariables(workload)
  const secret = Object.keys(shared).filter((name) => isFrom(shared[name], 'secret'))
  expect(secret.toSorted()).toEqual(secretsOf(workload).toSorted())
})

/** Variables whose absence a part takes as another mode: one machine, or a part that is not there. */
const apart =
  /^(AWS_(ENDPOINT_URL|ACCESS_KEY_ID|SECRET_ACCESS_KEY)|OTEL_(EXPORTER_OTLP_HEADERS|BSP_SCHEDULE_DELAY)|(EXCLUDED_)?MICRO_FRONTENDS|TLS_(FOLDER|CALLERS))$/

test.each(workloads)('$name gets every variable that has no default', (workload) => {
  const set = { ...sharedVariables(workload), ...environmentVariables(workload, 'production') }
  const absent = Object.entries(schemaOf(workload).shape)
    .filter(
      ([name, field]) => field.safeParse(undefined).data === undefined && !(name in set) && !apart.test(name),
    )
    .map(([name]) => name)
  expect(absent.filter((name) => !isUncalled(workload, name))).toEqual([])
})

/** Whether a variable is the address of a part that this share of the BFF host does not call. */
function isUncalled({ microFrontend, calls }: Workload, name: string): boolean {
  const part = name === 'INVENTORY_URL' ? 'cart' : name.replace(/_URL$/, '').toLowerCase()
  return microFrontend !== undefined && name.endsWith('_URL') && !calls.some((called) => called === part)
}

test('each BFF serves its micro frontend, and the shared one all others', () => {
  const own = workloads.filter(({ microFrontend }) => microFrontend)
  expect(own.map((it) => sharedVariables(it)['MICRO_FRONTENDS'])).toEqual(own.map((it) => it.microFrontend))
  expect(own.map(({ name }) => name)).toEqual(own.map(({ microFrontend }) => `bff-${microFrontend}`))
  const [shared] = workloads.filter(({ name }) => name === 'bff').map(sharedVariables)
  expect(shared?.['EXCLUDED_MICRO_FRONTENDS']).toBe(own.map(({ microFrontend }) => microFrontend).join())
})

const isFrom = (value: Value | undefined, source: string) =>
  typeof value === 'object' && value.from === source
