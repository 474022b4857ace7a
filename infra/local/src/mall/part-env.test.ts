import { expect, test } from 'vitest'

import { partEnv, schemas } from './part-env.ts'

type Part = keyof typeof schemas
const parts = Object.keys(schemas) as Part[]

/** Secrets of the mall, each with the parts that get it. */
const secrets: Record<string, Part[]> = {
  DATABASE_URL: ['identity', 'catalog', 'cart', 'orders', 'payments', 'notifications', 'release-health'],
  AUTH_SECRET: ['identity'],
  PAYMENTS_WEBHOOK_SECRET: ['payments'],
  WEBHOOK_SECRET: ['sandbox-provider'],
  BEACON_KEY: ['release-health', 'shell'],
  RELEASE_DESK_KEY: ['release-desk'],
  MALL_ROOT_KEY: [],
  MALL_SIGNING_KEY: [],
  SOMETHING_UNKNOWN: [],
}
const given = Object.fromEntries(Object.keys(secrets).map((name) => [name, 'a secret']))

test.each(Object.entries(secrets))('%s goes to the parts whose schemas name it: %j', (name, expected) => {
  expect(parts.filter((part) => name in partEnv(part, given)).toSorted()).toEqual(expected.toSorted())
})

test.each(parts)('%s gets only the variables of its schema and the base', (part) => {
  process.env['AWS_ACCESS_KEY_ID'] = 'of the person who starts the mall'
  process.env['GITHUB_TOKEN'] = 'of the person who starts the mall'
  const base = ['TMPDIR', 'NODE_EXTRA_CA_CERTS']
  const env = partEnv(part, given)
  const strays = Object.keys(env).filter((name) => !(name in schemas[part].shape) && !base.includes(name))
  expect(strays).toEqual([])
  expect(Object.values(env)).not.toContain('of the person who starts the mall')
  delete process.env['AWS_ACCESS_KEY_ID']
  delete process.env['GITHUB_TOKEN']
})
