import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { buildRelease } from '@mallhive/release-kit/build'
import { faultyBucket } from '@mallhive/release-runtime/testing'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'

import { rootDir } from '../paths.ts'
import { type WorkspaceCopy, copyWorkspace } from './workspace-copy.ts'

const resources = new AsyncDisposableStack()
let copy: WorkspaceCopy
beforeAll(async () => {
  copy = resources.use(await copyWorkspace())
}, 120_000)
afterAll(() => resources.disposeAsync(), 120_000)

test('builds are reproducible on another path, on another day and in another time zone', async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'mallhive-build-'))
  resources.defer(() => rmSync(outDir, { recursive: true }))
  const here = await buildRelease({ root: join(rootDir, 'mfe-cart'), version: '1.5.0', outDir })

  const farAway = { TZ: 'Pacific/Auckland', LC_ALL: 'de_DE.UTF-8', NODE_OPTIONS: inDays(400) }
  await copy.mall(['build', 'cart', '--version', '1.5.0'], { ...farAway, UV_THREADPOOL_SIZE: '1' })
  const there = JSON.parse(readFileSync(join(copy.dir, 'mfe-cart/dist/1.5.0/release.json'), 'utf8'))

  // The descriptor contains the hash of every other file. The copy has no commit.
  expect(there).toEqual({ ...here.descriptor, commit: undefined, committedAt: undefined })
}, 120_000)

test('a new micro frontend passes every check and is live without manual edits', async () => {
  const { env, store } = resources.use(await faultyBucket())
  const inMall = { ...env, PUBLIC_ORIGIN: 'http://mall.test' }

  const made = JSON.parse(await copy.mall(['new', 'gift-cards', '--json'], inMall))
  expect(made).toMatchObject({ name: 'gift-cards', url: 'http://mall.test/gift-cards' })
  expect(await store.read('mfe/gift-cards/0.1.0/release.json')).toBeDefined()
  expect(JSON.parse(await copy.mall(['status', '--json'], env))).toMatchObject([
    { name: 'gift-cards', stable: '0.1.0' },
  ])

  await copy.run('git', ['add', '--all'])
  const bin = (name: string) => join(copy.dir, 'node_modules/.bin', name)
  await copy.run(bin('oxfmt'), ['--check', '.'])
  await copy.run(bin('tsc'), ['-b', 'mfe-gift-cards', 'infra/local'])
  await copy.run(bin('oxlint'), ['--type-aware', '--deny-warnings', 'mfe-gift-cards', 'bff/gift-cards'])
  await copy.run(bin('knip'), [])
  await copy.run(
    bin('vitest'),
    [
      'run',
      'mfe-gift-cards',
      'bff/gift-cards',
      'infra/local/src/boundaries.test.ts',
      'infra/local/src/access/procedures.test.ts',
    ],
    {
      REDIS_URL: inject('engines').redisUrl,
    },
  )
  // It is listed in tsconfig.json, in the README and in the table of addresses.
  expect(readFileSync(join(copy.dir, 'e2e/journeys/access.spec.ts'), 'utf8')).toContain(
    `'GET /gift-cards': ['200'],`,
  )
  expect(readFileSync(join(copy.dir, 'tsconfig.json'), 'utf8')).toContain('"bff/gift-cards"')
  expect(readFileSync(join(copy.dir, 'README.md'), 'utf8')).toContain('`mfe-gift-cards` `bff/gift-cards`')
}, 300_000)

test('a new service passes every check without manual edits', async () => {
  await copy.mall(['new-service', 'reviews', '--json'])
  await copy.run('git', ['add', '--all'])
  const bin = (name: string) => join(copy.dir, 'node_modules/.bin', name)
  await copy.run(bin('oxfmt'), ['--check', '.'])
  await copy.run(bin('tsc'), ['-b', 'infra/local'])
  await copy.run(bin('oxlint'), [
    '--type-aware',
    '--deny-warnings',
    'services/reviews',
    'infra/local/src',
    'bff/host',
  ])
  await copy.run(bin('knip'), [])
  const lists = [
    'mall/mall-list',
    'mall/service-shape',
    'mall/part-env',
    'access/rpcs',
    'reference/write',
    'boundaries',
  ]
  const tests = lists.map((name) => `infra/local/src/${name}.test.ts`)
  await copy.run(bin('vitest'), ['run', 'services/reviews', ...tests])
  expect(readFileSync(join(copy.dir, 'README.md'), 'utf8')).toContain('`services/reviews`')
}, 400_000)

/** Fakes the date of a process. */
function inDays(days: number): string {
  const shifted = `Date = class extends Date {
    constructor(...given) { given.length ? super(...given) : super(Date.now()) }
    static now() { return super.now() + ${days} * 86400000 }
  }`
  return `--import data:text/javascript,${encodeURIComponent(shifted)}`
}
