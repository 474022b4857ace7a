import type { MessageInitShape } from '@bufbuild/protobuf'
import {
  CatalogService,
  ProductStatus,
  type ProductWrite,
  type ProductWriteSchema,
} from '@mallhive/contracts/catalog'
import { toMoney } from '@mallhive/contracts/money'
import type { ShopRole } from '@mallhive/contracts/roles'
import { actingAs } from '@mallhive/service-kit/auth'
import { openBus } from '@mallhive/service-kit/bus'
import { randomUUIDv7 } from 'node:crypto'
import { testActor, testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pruneWords } from '../listing/prune-words.ts'
import { start } from '../main.ts'
import * as schema from '../schema.ts'
import { categories, image, openTestCatalog, products, shops, type TestCatalog } from '../testing.ts'

let mall: TestCatalog
beforeAll(async () => void (mall = await openTestCatalog()))
afterAll(() => mall[Symbol.asyncDispose]())

const [kiln, loom] = shops
const seller = (shop = kiln) => testActor({ memberships: [{ shopId: shop!.id, role: 'owner' }] })

type Draft = Exclude<MessageInitShape<typeof ProductWriteSchema>, ProductWrite>

const prices = ['EUR', 'USD'].map((currency) => ({ price: toMoney(4_900, currency) }))
const variants = (name: string, ending = 'one') => [{ sellerSku: `${name}.${ending}`, prices }]
const vase = (more: Draft = {}): Draft => ({
  slug: 'blue-vase',
  title: 'Blue vase',
  categoryId: categories[2]!.id,
  shopId: kiln!.id,
  status: ProductStatus.ACTIVE,
  images: [image],
  variants: variants('blue-vase'),
  ...more,
})

/** Saves like the editor: reads the revision and the SKUs, then writes. */
const save = async (write: Draft, shop = kiln) => {
  const as = actingAs(await seller(shop))
  const known = write.id
    ? await mall.catalog.getShopProduct({ id: write.id }, as).then(
        ({ product }) => product,
        () => undefined,
      )
    : undefined
  const skuOf = (sellerSku = '') => known?.variants.find((one) => one.sellerSku === sellerSku)?.sku ?? ''
  const own = write.variants?.map((variant) => ({ ...variant, sku: variant.sku ?? skuOf(variant.sellerSku) }))
  const saved = { revision: known?.revision ?? 0, ...write, variants: own ?? [] }
  return (await mall.catalog.saveProduct({ write: saved }, as)).product!
}

test('a write is listed at once and publishes ProductChanged once; a refused one publishes nothing', async () => {
  using bus = openBus(testEnv())
  const type = 'mallhive.catalog.v1.ProductChanged'
  const queue = await bus.openQueue(`test-${randomUUIDv7()}`, [
    { topic: 'mallhive-catalog-events', types: [type] },
  ])
  const before = await mall.catalog.listProducts({})
  const saved = await save(vase())
  await expect(save(vase({ id: saved.id, title: '' }))).rejects.toMatchObject({ reason: 'PRODUCT_INVALID' })

  expect((await mall.catalog.listProducts({})).total).toBe(before.total + 1)
  const events = (await bus.receive(queue, 10)).filter(({ body }) => body.includes(saved.id))
  expect(events.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
    expect.objectContaining({
      key: saved.id,
      payload: expect.objectContaining({ product: expect.anything() }),
    }),
  ])
  const { rows } = await mall.db.execute(`select id from catalog.outbox`)
  expect(rows.length).toBe(1)
})

test('a save is visible at once on its own instance, and soon on every other', async () => {
  await using other = testPlatform()
  await other.start('catalog', start, testEnv({ DATABASE_URL: mall.db.url }))
  const there = other.client(CatalogService)
  const priceAt = async (catalog: typeof there) => {
    const { product } = await catalog.getProduct({ slug: 'cup-to-watch' })
    return product?.variants[0]?.prices[0]?.price?.minor
  }
  const cup = (priceMinor: number) => ({
    slug: 'cup-to-watch',
    variants: [
      {
        sellerSku: 'cup-to-watch',
        prices: prices.map(({ price }) => ({ price: toMoney(priceMinor, price.currency) })),
      },
    ],
  })
  const { id } = await save(vase(cup(4_900)))
  expect(await Promise.all([mall.catalog, there].map(priceAt))).toEqual([4_900n, 4_900n])
  await save(vase({ id, ...cup(2_500) }))
  expect(await priceAt(mall.catalog)).toBe(2_500n)
  await expect.poll(() => priceAt(there)).toBe(2_500n)
})

test('a former slug resolves to its product until another product takes it', async () => {
  const { id } = await save(vase({ slug: 'old-jar', variants: variants('jar') }))
  await save(vase({ id, slug: 'new-jar', variants: variants('jar') }))
  expect((await mall.catalog.getProduct({ slug: 'old-jar' })).product).toMatchObject({ id, slug: 'new-jar' })
  const other = await save(vase({ slug: 'old-jar', variants: variants('urn') }))
  expect((await mall.catalog.getProduct({ slug: 'old-jar' })).product?.id).toBe(other.id)
})

test('a shop cannot take the former slug of another shop’s product, to which links lead', async () => {
  const { id } = await save(vase({ slug: 'known-bowl', variants: variants('known-bowl') }))
  await save(vase({ id, slug: 'better-bowl', variants: variants('known-bowl') }))
  const taking = vase({ slug: 'known-bowl', shopId: loom!.id, variants: variants('any-bowl') })
  await expect(save(taking, loom)).rejects.toMatchObject({ reason: 'NAME_TAKEN', details: { field: 'slug' } })
  expect((await mall.catalog.getProduct({ slug: 'known-bowl' })).product?.id).toBe(id)
})

test('of two concurrent saves with the same slug or seller SKU, one is refused', async () => {
  const race = async (drafts: Draft[]) => {
    const saves = await Promise.allSettled(drafts.map((draft) => save(draft)))
    return saves
      .map((each) => (each.status === 'fulfilled' ? 'saved' : String(each.reason.reason)))
      .toSorted()
  }
  const slugs = ['one', 'two'].map((n) => vase({ slug: 'wanted', variants: variants(`wanted-${n}`) }))
  expect(await race(slugs)).toEqual(['NAME_TAKEN', 'saved'])
  const skus = ['one', 'two'].map((n) => vase({ slug: `other-${n}`, variants: variants('wanted-by-both') }))
  expect(await race(skus)).toEqual(['SELLER_SKU_TAKEN', 'saved'])
})

test('concurrent saves of new words, labels and products do not block each other and are all counted', async () => {
  const letters = 'abcdefghijklmnop'.split('')
  const words = letters.flatMap((a) => letters.map((b) => `quux${a}${b}`))
  const drafts = letters.map((letter, n) => {
    const mine = words.filter((_, at) => at % (n + 2) > 0).join(' ')
    const materials = letters.filter((other) => other !== letter).map((other) => `New ${other}`)
    const attributes = materials.map((value) => ({ name: 'material', label: 'Material', value }))
    const slug = `crowd-${letter}`
    return vase({ slug, description: mine, attributes, variants: variants(slug) })
  })
  const countOf = async () => {
    const all = (await mall.catalog.listCategories({})).categories
    return all.find(({ id }) => id === categories[2]!.id)!.productCount
  }
  await Promise.all(drafts.map((draft) => save(draft)))
  const active = await mall.db.$count(
    schema.products,
    sql`category_id = ${categories[2]!.id}::uuid and status = 'active'`,
  )
  expect(active).toBeGreaterThan(drafts.length)
  await expect.poll(countOf).toBe(active)
})

test('a save over a stale revision is refused', async () => {
  const tab = vase({ slug: 'two-tabs', variants: variants('two-tabs') })
  const { id, revision, variants: saved } = await save(tab)
  const own = { id, revision, variants: saved.map(({ sku, sellerSku }) => ({ sku, sellerSku, prices })) }
  expect((await save({ ...tab, ...own, title: 'First tab' })).revision).toBe(revision + 1)
  await expect(save({ ...tab, ...own, title: 'Second tab' })).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'STALE_REVISION',
    details: { revision: String(revision + 1) },
  })
  const tabs = ['Third tab', 'Fourth tab'].map((title) =>
    save({ ...tab, ...own, revision: revision + 1, title }),
  )
  const ended = (await Promise.allSettled(tabs)).map(({ status }) => status)
  expect(ended.toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('a variant keeps the mall’s SKU when its seller SKU changes', async () => {
  const jug = vase({ slug: 'kept-sku', variants: variants('kept-sku') })
  const first = await save(jug)
  const [{ sku } = { sku: '' }] = first.variants
  expect(sku).toMatch(/^MH-[0-9A-Z]{12}$/)
  const renamed = await save({ ...jug, id: first.id, variants: [{ sku, sellerSku: 'OUR 7/b', prices }] })
  expect(renamed.variants).toMatchObject([{ sku, sellerSku: 'OUR 7/b' }])
  const elsewhere = vase({
    slug: 'other-shop',
    shopId: loom!.id,
    variants: [{ sellerSku: 'OUR 7/b', prices }],
  })
  const other = await save(elsewhere, loom)
  expect(other.variants[0]?.sku).not.toBe(sku)
})

test('members read drafts of their shop; another shop’s product is not found', async () => {
  const draft = vase({ slug: 'own-draft', status: ProductStatus.DRAFT, variants: variants('own-draft') })
  const { id } = await save(draft)
  const read = async (shop: typeof kiln) => mall.catalog.getShopProduct({ id }, actingAs(await seller(shop)))
  expect((await read(kiln)).product).toMatchObject({ id, revision: 1, status: ProductStatus.DRAFT })
  const missing = { kind: 'not_found', reason: 'PRODUCT_NOT_FOUND' }
  await expect(read(loom)).rejects.toMatchObject(missing)
  await expect(mall.catalog.getProduct({ slug: 'own-draft' })).rejects.toMatchObject(missing)
})

test('a save does not wait for another shop’s, even while its words and category are locked', async () => {
  const holding = Promise.withResolvers<void>()
  const held = mall.db.transaction(async (tx) => {
    await tx.execute(
      sql`select from catalog.categories where id = ${categories[2]!.id}::uuid for no key update`,
    )
    await holding.promise
  })
  const text = { description: 'Flibbertigibbet of both shops.' }
  const both = [
    save(vase({ slug: 'held-one', ...text, variants: variants('held-one') })),
    save(
      vase({
        slug: 'held-two',
        ...text,
        shopId: loom!.id,
        categoryId: categories[4]!.id,
        variants: variants('held-two'),
      }),
      loom,
    ),
  ]
  const saved = await Promise.all(both)
  expect(saved.map(({ slug }) => slug)).toEqual(['held-one', 'held-two'])
  holding.resolve()
  await held
})

test('an attribute with a definition takes its label, and a new definition becomes a facet', async () => {
  await mall.db.execute(sql`insert into catalog.attribute_definitions (name, label, position, is_facet)
    values ('glaze', 'Glaze', 20, true) on conflict do nothing`)
  const attributes = [
    { name: 'glaze', label: 'Our glaze', value: 'Ash' },
    { name: 'kiln-no', label: 'Kiln', value: 'Seven' },
  ]
  const { id } = await save(vase({ slug: 'glazed', attributes, variants: variants('glazed') }))
  const { product } = await mall.catalog.getShopProduct({ id }, actingAs(await seller()))
  expect(product?.attributes.map(({ label }) => label)).toEqual(['Glaze', 'Kiln'])
  const { rows } = await mall.db.execute(
    sql`select tags from catalog.listings where product_id = ${id}::uuid`,
  )
  expect(rows[0]?.['tags']).toContain('glaze:ash')
  expect(rows[0]?.['tags']).not.toContain('kiln-no:seven')
})

test('a shop does not reword a facet value that others use', async () => {
  const labelsOf = async () => {
    const { facets } = await mall.catalog.listProducts({})
    return facets.flatMap(({ name, values }) =>
      values
        .filter(({ value }) => value === 'clay' || value === 'stoneware')
        .map(({ label }) => [name, label]),
    )
  }
  const before = await labelsOf()
  expect(before).toEqual(
    expect.arrayContaining([
      ['colour', 'clay'],
      ['material', 'Stoneware'],
    ]),
  )
  const colour = { name: 'colour', label: 'Colour', values: [{ value: 'clay', label: 'Only at The loom' }] }
  const reworded = {
    slug: 'reworded',
    shopId: loom!.id,
    options: [colour],
    attributes: [{ name: 'material', label: 'Material', value: '«Stoneware»' }],
    variants: [{ sellerSku: 'reworded', prices, options: { colour: 'clay' } }],
  }
  await save(vase(reworded), loom)
  expect(await labelsOf()).toEqual(before)
})

test('an admin without a shop saves for any shop, a shopper for none', async () => {
  const saveAs = async (who: Parameters<typeof testActor>[0]) =>
    mall.catalog.saveProduct(
      { write: vase({ slug: 'curated', variants: variants('curated') }) },
      actingAs(await testActor(who)),
    )
  await expect(saveAs({})).rejects.toMatchObject({ kind: 'forbidden' })
  expect((await saveAs({ roles: ['admin'] })).product?.slug).toBe('curated')
})

test('a shop’s owners and managers write its products, its packers and accountants do not', async () => {
  const saveAs = async (role: ShopRole) =>
    mall.catalog.saveProduct(
      { write: vase({ slug: `by-${role}`, variants: variants(`by-${role}`) }) },
      actingAs(await testActor({ memberships: [{ shopId: kiln!.id, role }] })),
    )
  expect((await saveAs('manager')).product?.slug).toBe('by-manager')
  await expect(saveAs('packer')).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(saveAs('accountant')).rejects.toMatchObject({ kind: 'forbidden' })
})

test('pruning deletes the words of an archived product alone; stop words and shared words stay', async () => {
  const jar = vase({ slug: 'odd-jar', title: 'Zyzzyva jar with a lid', variants: variants('odd-jar') })
  const { id } = await save(jar)
  await save({ ...jar, id, status: ProductStatus.ARCHIVED })
  await save(vase({ slug: 'plain-jar', title: 'Plain jar', variants: variants('plain-jar') }))
  await pruneWords(mall)
  const asked = sql`select word from catalog.words where word in ('zyzzyva', 'jar', 'with') order by word`
  const { rows } = await mall.db.execute(asked)
  expect(rows).toEqual([{ word: 'jar' }, { word: 'with' }])
})

test('products by ids and SKUs are returned once each, without unknown ones and drafts', async () => {
  const draft = await save(vase({ slug: 'draft', status: ProductStatus.DRAFT, variants: variants('draft') }))
  const archived = await save(
    vase({ slug: 'gone', status: ProductStatus.ARCHIVED, variants: variants('gone') }),
  )
  const [first, second] = products
  const answer = await mall.catalog.getProducts({
    ids: [first!.id, randomUUIDv7(), 'no-id', draft.id],
    skus: [second!.variants[0]!.sku, first!.variants[0]!.sku, 'nothing', archived.variants[0]!.sku],
  })
  const found = answer.products.map(({ id }) => id).toSorted()
  expect(found).toEqual([first!.id, second!.id, archived.id].toSorted())
  expect((await mall.catalog.getProducts({})).products).toEqual([])
})

test('an option or attribute cannot use the shop facet’s name', async () => {
  const posing = [{ name: 'seller', label: 'Shop', value: 'loom' }]
  const { id } = await save(vase({ slug: 'posing', attributes: posing, variants: variants('posing') }))
  const listed = await mall.catalog.listProducts({ sellerSlug: loom!.slug, pageSize: 100 })
  expect(listed.products.map((card) => card.id)).not.toContain(id)
})

test.for<[string, string, Draft]>([
  ['another shop', 'NOT_YOUR_PRODUCT', { shopId: loom!.id }],
  ["another shop's product", 'NOT_YOUR_PRODUCT', { id: products[1]!.id, revision: 1 }],
  ["another product's slug", 'NAME_TAKEN', { slug: products[1]!.slug }],
  [
    "another product's SKU",
    'UNKNOWN_SKU',
    { variants: [{ sku: products[1]!.variants[0]!.sku, sellerSku: 'x', prices }] },
  ],
  ['a SKU of its own making', 'UNKNOWN_SKU', { variants: [{ sku: 'MY-OWN', sellerSku: 'x', prices }] }],
  ['no such category', 'CATEGORY_UNKNOWN', { categoryId: randomUUIDv7() }],
  ['its own SKU twice', 'PRODUCT_INVALID', { variants: [...variants('x'), ...variants('x')] }],
  ['no amount', 'PRODUCT_INVALID', { variants: [{ sellerSku: 'x.one', prices: [{}, {}] }] }],
])('saving with %s is refused', async ([, reason, more]) => {
  await expect(save(vase({ slug: 'refused', ...more }))).rejects.toMatchObject({ reason })
})

const priced = (minor: bigint, was?: bigint) => [
  {
    sellerSku: 'x',
    prices: ['EUR', 'USD'].map((currency) => ({
      price: { minor, currency },
      was: was === undefined ? undefined : { minor: was, currency },
    })),
  },
]
const optionOf = (name: string, values = ['s']) => ({
  name,
  label: 'Size',
  values: values.map((value) => ({ value, label: value })),
})
const sized = (sellerSku: string, options: Record<string, string>) => ({ sellerSku, prices, options })
const attribute = { name: 'material', label: 'Material', value: 'Clay' }

test.for<[string, Draft]>([
  ['a price of zero', { variants: priced(0n) }],
  ['a price above the maximum', { variants: priced(100_000_001n) }],
  ['a price beyond the safe integers', { variants: priced(2n ** 60n) }],
  ['a negative former price', { variants: priced(100n, -5n) }],
  ['a former price below the price', { variants: priced(100n, 50n) }],
  [
    'a former price in another currency',
    {
      variants: [
        { sellerSku: 'x', prices: prices.map(({ price }) => ({ price, was: toMoney(9_900, 'CHF') })) },
      ],
    },
  ],
  ['one currency twice', { variants: [{ sellerSku: 'x', prices: [prices[0]!, prices[0]!] }] }],
  ['a negative weight', { variants: [{ sellerSku: 'x', prices, weightGrams: -5 }] }],
  ['a foreign picture', { images: [{ ...image, path: 'https://evil.example/x' }] }],
  ['a script for a picture', { images: [{ ...image, path: 'javascript:alert(1)' }] }],
  ['a picture above the media', { images: [{ ...image, path: '../mfe/x' }] }],
  ['a picture without widths', { images: [{ ...image, widths: [] }] }],
  [
    'a foreign picture of a variant',
    {
      variants: [{ sellerSku: 'x', prices, image: { ...image, path: '//evil.example/x' } }],
    },
  ],
  [
    'separators in an option’s name',
    { options: [optionOf('a:b,c')], variants: [sized('x', { 'a:b,c': 's' })] },
  ],
  ['an option twice', { options: [optionOf('a'), optionOf('a')], variants: [sized('x', { a: 's' })] }],
  ['an option’s value twice', { options: [optionOf('a', ['s', 's'])], variants: [sized('x', { a: 's' })] }],
  ['an option without values', { options: [optionOf('a', [])], variants: [sized('x', {})] }],
  ['an option that the product lacks', { variants: [sized('x', { a: 's' })] }],
  [
    'two variants of the same options',
    {
      options: [optionOf('a')],
      variants: [sized('x', { a: 's' }), sized('y', { a: 's' })],
    },
  ],
  [
    'a swatch that is no colour',
    {
      options: [{ ...optionOf('a'), values: [{ value: 's', label: 'S', swatch: 'url(//evil.example)' }] }],
      variants: [sized('x', { a: 's' })],
    },
  ],
  ['an attribute without a name', { attributes: [{ ...attribute, name: '' }] }],
  ['separators in an attribute’s name', { attributes: [{ ...attribute, name: 'a:b' }] }],
  ['an attribute without a value', { attributes: [{ ...attribute, value: ' ' }] }],
  ['a label of 20,000 characters', { attributes: [{ ...attribute, label: 'L'.repeat(20_000) }] }],
  ['a line break in its title', { title: 'a\nb' }],
  ['U+0000', { description: 'a\0b' }],
  // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- protobuf enums are open
  ['an unknown status', { status: 99 as ProductStatus }],
])('a product with %s is invalid', async ([, more]) => {
  await expect(save(vase({ slug: 'invalid', ...more }))).rejects.toMatchObject({ reason: 'PRODUCT_INVALID' })
})

test('the highest price is saved', async () => {
  const { variants: saved } = await save(vase({ slug: 'dear', variants: priced(100_000_000n) }))
  expect(saved[0]?.prices[0]?.price?.minor).toBe(100_000_000n)
})

test('only a seller saves', async () => {
  const shopper = await testActor()
  await expect(mall.catalog.saveProduct({ write: vase() }, actingAs(shopper))).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await expect(mall.catalog.saveProduct({ write: vase() })).rejects.toMatchObject({
    kind: 'unauthenticated',
  })
})
