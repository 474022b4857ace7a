import { equals, type MessageInitShape } from '@bufbuild/protobuf'
import { timestampFromDate } from '@bufbuild/protobuf/wkt'
import {
  CatalogService,
  type Product,
  ProductSchema,
  ProductStatus,
  type ProductWriteSchema,
} from '@mallhive/contracts/catalog'
import { actingAs } from '@mallhive/service-kit/auth'
import { asPart, testActor } from '@mallhive/service-kit/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as schema from '../schema.ts'
import { openTestCatalog, products, type TestCatalog } from '../testing.ts'

let mall: TestCatalog
beforeAll(async () => void (mall = await openTestCatalog()))
afterAll(() => mall[Symbol.asyncDispose]())

async function exported(limit: number): Promise<{ products: Product[]; total: number }[]> {
  const asSearch = await asPart('search', CatalogService)
  const parts: Awaited<ReturnType<typeof exported>> = []
  for (let afterId = ''; ; afterId = parts.at(-1)!.products.at(-1)!.id) {
    // oxlint-disable-next-line no-await-in-loop -- a part begins where the one before it ends
    const part = await mall.catalog.exportProducts({ afterId, limit }, asSearch)
    parts.push(part)
    if (part.products.length < limit) return parts
  }
}

test('the parts of an export hold every active product once, and tell how many these are', async () => {
  const answers = await exported(7)
  expect(answers.map(({ total }) => total)).toEqual(answers.map(() => products.length))
  const parts = answers.map((part) => part.products)
  expect(parts.map((part) => part.length)).toEqual([7, 7, 7, 7, 2])
  expect(new Set(parts.flat().map(({ id }) => id))).toEqual(new Set(products.map(({ id }) => id)))
})

test('drafts and archived products are not exported', async () => {
  const [id] = products.map((product) => product.id)
  const asStaff = actingAs(await testActor({ roles: ['admin'] }))
  const save = async (status: ProductStatus) => {
    const { product } = await mall.catalog.getShopProduct({ id: id! }, asStaff)
    await mall.catalog.saveProduct({ write: writeOf(product!, status) }, asStaff)
  }
  const ids = async () => {
    const asSearch = await asPart('search', CatalogService)
    const { products: found } = await mall.catalog.exportProducts({ limit: 500 }, asSearch)
    return found.map((product) => product.id)
  }
  await save(ProductStatus.DRAFT)
  expect(await ids()).not.toContain(id)
  await save(ProductStatus.ARCHIVED)
  expect(await ids()).not.toContain(id)
  await save(ProductStatus.ACTIVE)
  expect(await ids()).toContain(id)
})

test('an export carries a product as a save returns and announces it', async () => {
  const asStaff = actingAs(await testActor({ roles: ['admin'] }))
  const { product } = await mall.catalog.getShopProduct({ id: products[3]!.id }, asStaff)
  const write = writeOf(product!, ProductStatus.ACTIVE)
  const { product: saved } = await mall.catalog.saveProduct({ write }, asStaff)
  const found = (await exported(500)).flatMap((part) => part.products).find(({ id }) => id === product!.id)
  expect(equals(ProductSchema, saved!, found!)).toBe(true)
  expect(found?.createdAt).toEqual(timestampFromDate(new Date(products[3]!.createdAt)))
  expect(found?.tags).toMatchObject([
    { name: 'colour', value: 'clay' },
    { name: 'colour', value: 'moss' },
    { name: 'material', value: 'creme-glass', label: 'Crème glass' },
  ])
})

test('attributes are the mall’s, facets first, with the labels of every language', async () => {
  await mall.db.insert(schema.attributeTranslations).values([
    { name: 'material', locale: 'de', label: 'Werkstoff' },
    { name: 'glaze', locale: 'de', label: 'Lasur' },
  ])
  await mall.db
    .insert(schema.valueTranslations)
    .values({ name: 'material', value: 'wool', locale: 'de', label: 'Wolle' })
  const { attributes } = await mall.catalog.listAttributes({})
  expect(attributes.map(({ isFacet }) => isFacet).lastIndexOf(true)).toBe(
    attributes.findIndex(({ isFacet }) => !isFacet) - 1,
  )
  const named = (name: string) => attributes.find((attribute) => attribute.name === name)
  expect(named('material')).toMatchObject({
    isFacet: true,
    labels: { en: 'Material', de: 'Werkstoff' },
    values: [
      { value: 'creme-glass', labels: { en: 'Crème glass' } },
      { value: 'stoneware', labels: { en: 'Stoneware' } },
      { value: 'wool', labels: { en: 'Wool', de: 'Wolle' } },
    ],
  })
  expect(named('glaze')).toMatchObject({ isFacet: false, labels: { de: 'Lasur' } })
  expect(named('seller')).toBeUndefined()
})

const writeOf = (
  { category, seller, ...fields }: Product,
  status: ProductStatus,
): MessageInitShape<typeof ProductWriteSchema> => ({
  ...fields,
  $typeName: 'mallhive.catalog.v1.ProductWrite',
  categoryId: category!.id,
  shopId: seller!.id,
  status,
  variants: fields.variants.map((variant) => ({
    ...variant,
    $typeName: 'mallhive.catalog.v1.VariantWrite',
  })),
})
