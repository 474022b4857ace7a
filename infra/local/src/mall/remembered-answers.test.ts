import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { CatalogService, ProductStatus } from '@mallhive/contracts/catalog'
import { InventoryService } from '@mallhive/contracts/inventory'
import { formatLocale, type Locale } from '@mallhive/contracts/locales'
import { toMoney } from '@mallhive/contracts/money'
import { openJsonClient } from '@mallhive/mfe-kit/host/json-client'
import { bundleBff } from '@mallhive/release-kit/build/bff'
import { promote } from '@mallhive/release-runtime/promote'
import { faultyBucket, publishBundle } from '@mallhive/release-runtime/testing'
import { actingAs } from '@mallhive/service-kit/auth'
import { testActor, testDb, testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { openAnswerSources } from '@mallhive/shell/calls/answer-sources'
import { followChanges } from '@mallhive/shell/calls/follow-changes'
import { openLoaderCalls } from '@mallhive/shell/calls/loader-calls'
import { openPublicAnswers } from '@mallhive/process-kit/public-answers'
import { openSharedProcedures } from '@mallhive/shell/calls/shared-procedures'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { openAws } from '../engines/aws.ts'
import { rootDir } from '../paths.ts'
import { serviceModules } from './service-modules.ts'
import { wipeState } from './wipe-state.ts'

// Two shells and a browser over one mall: the time after which a change is seen by all, although shells and the BFF host remember.

const resources = new AsyncDisposableStack()
afterAll(() => resources.disposeAsync())

const shopId = '0198a000-0000-7000-8000-000000000001'
const categoryId = '0198a000-0000-7000-8000-000000000002'
const slug = 'blue-vase'
/** The time that docs/decisions/0046 states. */
const seenWithinMs = 2000

type Seen = { product: { title: string; variants: { price: { minor: number }; available: number }[] } }
let shells: ((lang?: Locale) => Promise<Seen>)[]
let saveProduct: (priceMinor: number, germanTitle?: string) => Promise<string>
let setStock: (sku: string, onHand: number) => Promise<unknown>
let asked = 0

beforeAll(async () => {
  // A bus of its own: another test's BFF host would receive the events from the same queue.
  const stateDir = mkdtempSync(join(tmpdir(), 'aws-'))
  resources.defer(() => wipeState(stateDir))
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const aws = await openAws({ stateDir, logDir: join(stateDir, 'logs'), durable: false, credentials })
  resources.defer(async () => aws.part?.stop())
  const bucket = resources.use(await faultyBucket(aws.url))
  const platform = resources.use(testPlatform())
  const env = testEnv({
    AWS_ENDPOINT_URL: aws.url,
    AUTH_SECRET: 'a-secret-of-more-than-32-characters',
  })
  for (const name of ['identity', 'catalog', 'cart'] as const) {
    const migrations = new URL(`../../../../services/${name}/drizzle`, import.meta.url)
    const db = resources.use(await testDb(name, migrations, {}))
    if (name === 'catalog') await insertShop(db.url)
    const { start } = await serviceModules[name].main()
    await platform.start(name, start, { ...env, DATABASE_URL: db.url })
  }

  const code = await bundleOf('catalog')
  const rpcs = [`${CatalogService.typeName}/GetProduct`, `${InventoryService.typeName}/GetAvailability`]
  await publishBundle(bucket, 'catalog', '1.0.0', code, { rpcs })
  await promote(bucket, { name: 'catalog', version: '1.0.0', by: 'ana' })
  const bff = await import('@mallhive/bff-host/main')
  const hostEnv = { ...env, ...bucket.env, RELEASES_POLL_MS: '50', RATE_LIMIT_SCALE: '0' }
  await platform.start('bff', bff.start, hostEnv)
  const url = await platform.listen({ port: 0 })

  const owner = actingAs(await testActor({ memberships: [{ shopId, role: 'owner' }] }))
  let saved: { id: string; revision: number; sku: string } | undefined
  saveProduct = async (minor, germanTitle) => {
    const prices = ['EUR', 'USD'].map((currency) => ({ price: toMoney(minor, currency) }))
    const image = { path: 'test/vase', alt: 'A vase', widths: [160] }
    const { product } = await platform.client(CatalogService).saveProduct(
      {
        write: {
          id: saved?.id ?? '',
          revision: saved?.revision ?? 0,
          slug,
          title: 'Blue vase',
          categoryId,
          shopId,
          status: ProductStatus.ACTIVE,
          images: [image],
          variants: [{ sku: saved?.sku ?? '', sellerSku: 'vase', prices }],
          ...(germanTitle && { translations: { translations: [{ locale: 'de', title: germanTitle }] } }),
        },
      },
      owner,
    )
    if (!product) throw new Error('not saved')
    saved = { id: product.id, revision: product.revision, sku: product.variants[0]?.sku ?? '' }
    return saved.sku
  }
  setStock = (sku, onHand) =>
    platform.client(InventoryService).setStock({ sku, onHand, sellerId: shopId }, owner)
  shells = [...(await Promise.all([openShell(url), openShell(url)])), asBrowser(url)]
}, 60_000)

async function insertShop(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(
    `insert into catalog.sellers (id, slug, name, about, city, country) values ($1, 'kiln', 'The kiln', '', 'Lisbon', 'PT')`,
    [shopId],
  )
  await client.query(
    `insert into catalog.categories (id, slug, name, description, tint_hue, position, image)
     values ($1, 'kitchen', 'Kitchen', '', 40, 0, '{"path":"test/vase","alt":"","widths":[160]}')`,
    [categoryId],
  )
  await client.end()
}

async function bundleOf(name: string): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'bff-'))
  try {
    const root = join(rootDir, 'bff', name)
    return readFileSync(join(dir, await bundleBff('./src/router.ts', { root, dir })), 'utf8')
  } finally {
    rmSync(dir, { recursive: true })
  }
}

/** Opens the part of a shell that calls the BFF host; returns a function that loads the product as a new document. */
async function openShell(url: string): Promise<(lang?: Locale) => Promise<Seen>> {
  const client = openJsonClient(url)
  const counted: typeof client = (request) => {
    if (request.headers['x-mall-shared']) asked++
    return client(request)
  }
  const answers = openPublicAnswers()
  const shared = openSharedProcedures()
  resources.use(followChanges(client, answers))
  const learn = async () => {
    const { bundles } = (await (await fetch(`${url}/bundles`)).json()) as {
      bundles: Parameters<typeof shared.learn>[0]
    }
    shared.learn(bundles)
    return bundles
  }
  await vi.waitFor(async () =>
    expect(await learn()).toContainEqual(expect.objectContaining({ publicFor: expect.anything() })),
  )
  return async (lang = 'en') => {
    const calls = openLoaderCalls(
      { bff: counted, answers, shared },
      {
        releases: { catalog: { id: 'catalog', version: '1.0.0' } },
        headers: { 'x-forwarded-host': 'localhost:4000' },
        origin: 'http://localhost:4000',
        isPreview: false,
        hasSession: false,
        locale: formatLocale(lang, 'EUR'),
        lang,
        currency: 'EUR',
        sources: openAnswerSources(),
      },
    )
    const call = calls({ signal: AbortSignal.timeout(5000), traceparent: '' })
    return JSON.parse((await call('catalog', 'query', 'getProduct', { slug })) ?? '') as Seen
  }
}

/** Returns a function that loads the product as a page in the browser does. */
const asBrowser =
  (url: string) =>
  async (lang: Locale = 'en'): Promise<Seen> => {
    const input = encodeURIComponent(JSON.stringify({ slug }))
    const response = await fetch(`${url}/api/catalog/getProduct?input=${input}`, {
      headers: { 'x-mall-locale': lang },
    })
    return ((await response.json()) as { result: { data: Seen } }).result.data
  }

/** Resolves when all show what is expected; rejects after the stated time. */
const seenByAll = (read: (seen: Seen) => unknown, expected: unknown, lang?: Locale) =>
  Promise.all(
    shells.map((load) =>
      expect.poll(async () => read(await load(lang)), { timeout: seenWithinMs, interval: 20 }).toBe(expected),
    ),
  )

/** Resolves when both shells answer from memory. */
const remembered = (lang?: Locale) =>
  expect
    .poll(
      async () => {
        const before = asked
        for (const load of shells) await load(lang)
        return asked - before
      },
      { timeout: 5000 },
    )
    .toBe(0)

const priceOf = ({ product }: Seen) => product.variants[0]?.price.minor
const stockOf = ({ product }: Seen) => product.variants[0]?.available

test('a change of price or stock is seen by shells and browsers within the stated time, although answers are remembered', async () => {
  const sku = await saveProduct(4900)
  await setStock(sku, 10)
  await seenByAll(stockOf, 10)
  for (const minor of [3900, 2900]) {
    await remembered()
    await saveProduct(minor)
    await seenByAll(priceOf, minor)
  }
  for (const units of [0, 7]) {
    await remembered()
    await setStock(sku, units)
    await seenByAll(stockOf, units)
  }
  await remembered()
  expect(await Promise.all(shells.map(async (load) => stockOf(await load())))).toEqual([7, 7, 7])
})

const titleOf = ({ product }: Seen) => product.title

test('a changed translation is seen by shells and browsers within the stated time, and the languages never mix', async () => {
  await saveProduct(4900, 'Blaue Vase')
  await seenByAll(titleOf, 'Blaue Vase', 'de')
  await seenByAll(titleOf, 'Blue vase', 'en')
  for (const title of ['Vase in Blau', 'Blaues Gefäß']) {
    await remembered('de')
    await remembered('en')
    await saveProduct(4900, title)
    await seenByAll(titleOf, title, 'de')
    await seenByAll(titleOf, 'Blue vase', 'en')
  }
  await remembered('de')
  await remembered('en')
  const titles = shells.map(async (load) => [titleOf(await load('en')), titleOf(await load('de'))])
  expect(await Promise.all(titles)).toEqual([
    ['Blue vase', 'Blaues Gefäß'],
    ['Blue vase', 'Blaues Gefäß'],
    ['Blue vase', 'Blaues Gefäß'],
  ])
})
