import { configSchema as bff } from '@mallhive/bff-host/config'
import { previewAddress } from '@mallhive/release-runtime/preview/preview-address'
import { isOpen } from '@mallhive/release-runtime/preview/settings'
import { previewsConfigSchema } from '@mallhive/shell/config'
import { expect, test } from 'vitest'

import { redisUrls } from '../engines/redis-users.ts'
import type { Engines } from './engines.ts'
import { type Addresses, awsKeyEnv, givenEnv, isExposed, sharedEnv } from './environment.ts'
import { partEnv } from './part-env.ts'
import { shells, together } from './services.ts'

const engines = {
  aws: { url: 'http://127.0.0.1:1' },
  redis: redisUrls(1, 'the password of the administrator'),
  mail: { url: 'smtp://127.0.0.1:1' },
  secrets: { awsSecret: 'x' },
  keys: { trustRoot: 'x', deskKeyFile: 'x' },
  partKeys: { publicSet: 'x', files: {} },
  databaseUrls: {},
} as unknown as Engines
const addresses = {
  publicOrigin: 'http://localhost:4000',
  previewOrigin: 'http://preview.localhost:4000',
  bff: 'http://127.0.0.1:2',
  services: { identity: 'http://127.0.0.1:3' },
} as Addresses

/** The environment of the parts that read pins, of a mall whose edge listens on this address. */
function envOf(host: string) {
  const given = givenEnv(engines, { ...addresses, exposed: isExposed(host) }, 'bff')
  return {
    shell: previewsConfigSchema.parse(partEnv('shell-previews', given)),
    bff: bff.parse(partEnv('bff', given)),
    perAddress: partEnv('release-health', given)['DOCUMENTS_PER_ADDRESS'],
  }
}

test.each(['127.0.0.1', 'localhost', '::1', '127.8.8.8'])(
  'on %s previews are open and show dev servers',
  async (host) => {
    const { shell, bff: bffEnv, perAddress } = envOf(host)
    expect([shell.DEV_PINS, bffEnv.DEV_PINS, perAddress]).toEqual(['on', 'on', '100000'])
    expect([isOpen(shell), isOpen(bffEnv)]).toEqual([true, true])
  },
)

test.each(['0.0.0.0', '::', '192.168.1.5', 'mall.example'])(
  'on %s, which other machines reach, previews need a pass, dev servers are not shown and limits are production’s',
  async (host) => {
    const { shell, bff: bffEnv, perAddress } = envOf(host)
    expect([shell.DEV_PINS, bffEnv.DEV_PINS, perAddress]).toEqual(['off', 'off', undefined])
    expect([isOpen(shell), isOpen(bffEnv)]).toEqual([false, false])
    const signing = previewAddress(shell, 'cart@1.5.0', () => Promise.reject(new Error('it signs a pass')))
    await expect(signing).rejects.toThrow('it signs a pass')
  },
)

test.each([...together, 'release-desk'] as const)(
  '%s signs with its own access key, or with none',
  (part) => {
    const env = partEnv(part, givenEnv(engines, addresses, part))
    expect(env['AWS_ACCESS_KEY_ID']).toBe(part === 'release-health' ? undefined : part)
    expect(env['AWS_SECRET_ACCESS_KEY']).not.toBe(engines.secrets.awsSecret)
  },
)

test('no two parts share a secret, and what parts share has none', () => {
  const secrets = [...together, 'release-desk' as const, ...shells].map(
    (part) => awsKeyEnv(engines, part)['AWS_SECRET_ACCESS_KEY'],
  )
  expect(new Set(secrets).size).toBe(secrets.length)
  expect(Object.keys(sharedEnv(engines, addresses)).filter((name) => /^AWS_.*KEY/.test(name))).toEqual([])
})

test('parts that need Redis have a user of their own, others none', () => {
  const urls = [...together, 'release-desk' as const].map(
    (part) => [part, partEnv(part, givenEnv(engines, addresses, part))['REDIS_URL']] as const,
  )
  const users = urls.flatMap(([part, url]) => (url ? [[part, new URL(url).username]] : []))
  expect(users).toEqual(['identity', 'cart', 'orders', 'release-health', 'bff'].map((part) => [part, part]))
  expect(new Set(urls.map(([, url]) => url && new URL(url).password)).size).toBe(users.length + 1)
  expect(JSON.stringify(urls)).not.toContain('the%20password')
})
