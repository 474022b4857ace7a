import {
  Code,
  ConnectError,
  createClient,
  createRouterTransport,
  type ServiceImpl,
  type Transport,
} from '@connectrpc/connect'
import { CatalogService, ProductChangedSchema, ProductSort } from '@mallhive/contracts/catalog'
import { InventoryService } from '@mallhive/contracts/inventory'
import { toMoney } from '@mallhive/contracts/money'
import { SearchService } from '@mallhive/contracts/search'
import { Refusal } from '@mallhive/mfe-kit/bff/refusal'
import { testBffContext } from '@mallhive/mfe-kit/bff/testing'
import { expect, test, vi } from 'vitest'
import { appRouter } from '../router.ts'

type Search = ServiceImpl<typeof SearchService>['search']
type Catalog = ServiceImpl<typeof CatalogService>

const card = (id: string, { minor = 4900, title = id } = {}) => ({
  id,
  title,
  price: { price: toMoney(minor, 'EUR') },
  skus: [id.toUpperCase()],
})
const category = (slug: string, parentId = '') => ({ id: slug, slug, name: slug, parentId })
const refuse = (reason: string) => () => {
  throw new ConnectError(reason)
}

/** Returns a transport that throws a service's errors as refusals, as the host does. */
const refusing = (services: Transport): Transport => ({
  ...services,
  unary: (...call) =>
    services.unary(...call).catch((error: unknown) => {
      const { rawMessage: reason, code } = ConnectError.from(error)
      if (code === Code.Internal) throw error
      throw new Refusal(reason === 'UNAVAILABLE' ? 'unavailable' : 'invalid', reason, 'for developers')
    }),
})

const found: Search = () => ({
  hits: [{ product: card('lamp') }, { product: card('night'), missing: ['desk'] }],
  total: 100,
  nextCursor: 'next',
  facets: [
    { name: 'category', values: ['lighting', 'lamps', 'candles'].map((value) => ({ value, count: 9 })) },
  ],
  notes: [{ note: { case: 'colour', value: 'blue' } }],
})

/** Returns a caller over services that note their calls. */
function open({ search = found, ...catalog }: { search?: Search } & Partial<Catalog> = {}) {
  const calls: string[] = []
  const forgotten: string[] = []
  const doNotRemember = vi.fn<() => void>()
  const services = createRouterTransport(({ service }) => {
    service(CatalogService, {
      listProducts: ({ categorySlug, cursor, offset }) => {
        calls.push(`catalogue ${categorySlug} ${cursor || offset}`)
        if (cursor === 'of-search') throw new ConnectError('BAD_CURSOR')
        return { products: [card('lamp')], total: 1 }
      },
      listCards: ({ ids }) => ({ products: ids.map((id) => card(id)) }),
      listCategories: () => ({
        categories: [category('lighting'), category('lamps', 'lighting'), category('candles', 'lighting')],
      }),
      ...catalog,
    })
    service(SearchService, {
      search: (request, context) => {
        const { query, categorySlug, verbatim, cursor, offset } = request
        calls.push(`search ${query}${categorySlug}${verbatim ? ' verbatim' : ''} ${cursor || offset}`)
        expect(context.timeoutMs()).toBeLessThanOrEqual(1500)
        if (cursor === 'of-the-catalogue') throw new ConnectError('BAD_CURSOR')
        return search(request, context)
      },
    })
    service(InventoryService, { getAvailability: () => ({}) })
  })
  const context = testBffContext({
    client: (service) => createClient(service, refusing(services)),
    forgetOn: (event, keys) => void (event === ProductChangedSchema && forgotten.push(...keys)),
    doNotRemember,
  })
  return { caller: appRouter.createCaller(context), calls, forgotten, doNotRemember }
}

test('a query is answered by search, with the words that a product does not have', async () => {
  const { caller, calls } = open()
  const { list } = await caller.listProducts({ query: 'desk lamp', verbatim: true })
  expect(list.products.map(({ id, missing }) => [id, missing])).toEqual([
    ['lamp', undefined],
    ['night', ['desk']],
  ])
  expect([list.total, list.understood?.preferred]).toEqual([100, ['blue']])
  expect(calls).toEqual(['search desk lamp verbatim 0'])
})

test('categories and shops are answered by search, and by the catalogue while it is down or fails', async () => {
  const up = open()
  const { list } = await up.caller.listProducts({ category: 'lamps' })
  expect([list.products.length, list.understood]).toEqual([2, undefined])
  expect(up.calls).toEqual(['search lamps 0'])
  for (const failing of [refuse('UNAVAILABLE'), () => Promise.reject(new Error('broken'))]) {
    const { caller, calls } = open({ search: failing })
    const inCategory = await caller.listProducts({ category: 'lamps' })
    expect(inCategory.list.products).toMatchObject([{ id: 'lamp' }])
    await caller.listProducts({ filters: { seller: ['kiln'] } })
    expect(calls).toEqual(['search lamps 0', 'catalogue lamps 0', 'search  0', 'catalogue  0'])
  }
})

test('while search is down, a list names the chosen facets that it does not apply', async () => {
  const filters = { stock: ['in-stock'], colour: ['clay'], rating: ['4'], admin: ['1'] }
  const down = open({ search: refuse('UNAVAILABLE') })
  const { list } = await down.caller.listProducts({ category: 'lamps', filters })
  expect(list.unapplied).toEqual(['stock', 'rating'])
  expect((await open().caller.listProducts({ category: 'lamps', filters })).list.unapplied).toEqual([])
})

test('values of filters that do not exist are left out of a list that they emptied', async () => {
  const colours = ['clay', 'moss']
  const listed = (filters: { name: string; values: string[] }[]) => {
    const isChosen = (value: string) => filters.some(({ values }) => values.includes(value))
    const isEmpty = filters.some(({ values }) => !values.some((value) => colours.includes(value)))
    const values = colours.map((value) => ({ value, count: 1, selected: isChosen(value) }))
    return { total: isEmpty ? 0 : 7, facets: isEmpty ? [] : [{ name: 'colour', values }] }
  }
  const search: Search = ({ filters }) => listed(filters)
  const up = open({ search })
  const down = open({ search: refuse('UNAVAILABLE'), listProducts: ({ filters }) => listed(filters) })
  for (const { caller } of [up, down]) {
    const { list } = await caller.listProducts({ filters: { seller: ['gone'], colour: ['zz'] } })
    expect(list.total).toBe(7)
  }
  up.calls.length = 0
  const { list } = await up.caller.listProducts({ filters: { colour: ['clay', 'zz'] } })
  expect([list.total, up.calls]).toEqual([7, ['search  0']])
})

test('a list that existing values empty is read once', async () => {
  const values = [{ value: 'moss', count: 0, selected: true }]
  const { caller, calls } = open({ search: () => ({ facets: [{ name: 'colour', values }] }) })
  const { list } = await caller.listProducts({ filters: { colour: ['moss'] } })
  expect([list.total, list.facets[0]?.values, calls]).toMatchObject([0, [{ value: 'moss' }], ['search  0']])
})

test('a query that finds nothing is shortened without values that do not exist', async () => {
  const search: Search = ({ query, filters }) => ({ total: query === 'lamp' && filters.length === 0 ? 5 : 0 })
  const { list } = await open({ search }).caller.listProducts({
    query: 'desk lamp',
    filters: { colour: ['zz'] },
  })
  expect(list.ways).toEqual([{ kind: 'words', query: 'lamp', total: 5, category: undefined }])
})

test('a list says its order, and whether anything of it was sold', async () => {
  const read = async (search: Search, sort: 'best-selling' | 'newest') => {
    const { list } = await open({ search }).caller.listProducts({ category: 'lamps', sort })
    return [list.sort, list.hasSales]
  }
  expect(await read(({ sort }) => ({ sort, hasSales: true }), 'best-selling')).toEqual(['best-selling', true])
  expect(await read(() => ({ sort: ProductSort.RELEVANCE }), 'best-selling')).toEqual(['relevance', false])
})

test('a service that does not say its order has that which was asked for, but knows no sales', async () => {
  for (const search of [() => ({}), refuse('UNAVAILABLE')]) {
    const { caller } = open({ search, listProducts: ({ sort }) => ({ total: sort }) })
    const newest = await caller.listProducts({ category: 'lamps', sort: 'newest' })
    expect([newest.list.sort, newest.list.hasSales]).toEqual(['newest', false])
    const { list } = await caller.listProducts({ category: 'lamps', sort: 'best-selling' })
    expect([list.sort, list.hasSales]).toEqual(['relevance', false])
  }
})

test('a query fails with search', async () => {
  const { caller } = open({ search: refuse('UNAVAILABLE') })
  await expect(caller.listProducts({ query: 'lamp' })).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
})

test('prices and texts of a list are the catalogue’s, and what is not for sale is left out', async () => {
  const { caller, forgotten } = open({
    listCards: () => ({ products: [card('night', { minor: 100, title: 'Night light' })] }),
  })
  const { list } = await caller.listProducts({ category: 'lamps' })
  expect(list.products).toMatchObject([{ id: 'night', title: 'Night light', price: { minor: 100 } }])
  expect(forgotten).toEqual(['night'])
  const searched = await caller.listProducts({ query: 'night' })
  expect(searched.list.products).toMatchObject([{ title: 'night', price: { minor: 100 }, missing: ['desk'] }])
})

test('a list is shown as search knows it while the catalogue does not answer, and not remembered', async () => {
  const { caller, doNotRemember } = open({ listCards: refuse('UNAVAILABLE') })
  const { list } = await caller.listProducts({ query: 'lamp' })
  expect(list.products).toMatchObject([{ id: 'lamp', price: { minor: 4900 } }, { id: 'night' }])
  expect(doNotRemember).toHaveBeenCalled()
  const answered = open()
  await answered.caller.listProducts({ query: 'lamp' })
  expect(answered.doNotRemember).not.toHaveBeenCalled()
})

test('a page is read by its cursor, and by its number where there is none', async () => {
  const { caller, calls } = open()
  const numbered = await caller.listProducts({ category: 'lamps', page: 3 })
  expect(numbered.list).toMatchObject({ page: 3, pages: 5, before: 48 })
  expect(numbered.list.next).toEqual({ page: 4, cursor: 'next', isNumbered: true })
  await caller.listProducts({ category: 'lamps', page: 3, cursor: 'place' })
  expect(calls).toEqual(['search lamps 48', 'search lamps place'])
})

test('a cursor of another engine leads to the page of the number beside it', async () => {
  const up = open()
  const query = await up.caller.listProducts({ query: 'lamp', page: 3, cursor: 'of-the-catalogue' })
  expect(query.list.page).toBe(3)
  const deep = await up.caller.listProducts({ query: 'lamp', page: 51, cursor: 'of-the-catalogue' })
  expect(deep.list.page).toBe(1)
  expect(up.calls).toEqual(['of-the-catalogue', 48, 'of-the-catalogue', 0].map((at) => `search lamp ${at}`))
  const down = open({ search: refuse('UNAVAILABLE') })
  await down.caller.listProducts({ category: 'lamps', page: 2, cursor: 'of-search' })
  expect(down.calls.slice(1)).toEqual(['catalogue lamps of-search', 'catalogue lamps 24'])
})

test('a list whose products of a page have all left the mall is no shorter for it', async () => {
  const { caller } = open({ listCards: () => ({}) })
  const second = await caller.listProducts({ category: 'lamps', page: 2 })
  expect(second.list).toMatchObject({ products: [], total: 100, isBeyond: false })
  const short = open({ search: () => ({ total: 30 }) })
  const isBeyond = async (at: { page?: number; cursor?: string }) =>
    (await short.caller.listProducts({ category: 'lamps', ...at })).list.isBeyond
  expect([await isBeyond({ page: 3 }), await isBeyond({ cursor: 'the end' })]).toEqual([true, false])
})

test('fifty pages have numbers; further ones are reached by cursor, and empty without', async () => {
  const { caller } = open()
  const last = await caller.listProducts({ category: 'lamps', page: 50 })
  expect(last.list.next).toMatchObject({ page: 51, isNumbered: false })
  const deep = await caller.listProducts({ category: 'lamps', page: 51, cursor: 'place' })
  expect([deep.list.products.length, deep.list.page]).toEqual([2, 51])
  const beyond = await caller.listProducts({ category: 'lamps', page: 51 })
  expect(beyond.list).toMatchObject({ products: [], total: 100, page: 51, isBeyond: true })
  expect([beyond.list.next, beyond.list.previous]).toEqual([undefined, undefined])
})

test('on the page of a category only categories below it are choices, and what is chosen', async () => {
  const { caller } = open()
  const choices = async (slug?: string) =>
    (await caller.listProducts({ category: slug })).list.facets.flatMap(({ values }) =>
      values.map(({ value }) => value),
    )
  expect(await choices('lighting')).toEqual(['lamps', 'candles'])
  expect(await choices('lamps')).toEqual([])
  expect(await choices()).toEqual(['lighting', 'lamps', 'candles'])
  const chosen = open({
    search: () => ({
      total: 9,
      facets: [{ name: 'category', values: [{ value: 'candles', selected: true }, { value: 'lamps' }] }],
    }),
  })
  const { list } = await chosen.caller.listProducts({ category: 'lamps', filters: { category: ['candles'] } })
  expect(list.facets).toMatchObject([{ values: [{ value: 'candles', selected: true }] }])
})
