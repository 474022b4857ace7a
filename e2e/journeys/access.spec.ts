import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { edgeTable, routeFinder } from '@mallhive/infra-local/edge/edge-table'
import { expect, request, test } from '@playwright/test'

import { previewTest } from '../fixtures/pinned.ts'
import { buyFrom } from '../pages/by-request.ts'
import { openSessions, roles } from '../pages/sessions.ts'
import { firstProduct } from '../quality/pages.ts'

/**
 * The status of every address: one for all roles, or one per role in the order of `roles`; then that of the preview host where
 * it differs. The checkout and the order belong to the shopper. A page redirects with 307, a form with 303.
 */
const table: Record<string, [onShoppersHost: string, onPreviewHost?: string]> = {
  'GET /mfe/cart/{version}/web/remoteEntry.js': ['200'],
  'GET /mfe/cart/{version}/ssr/remoteEntry.js': ['404'],
  'GET /mfe/cart/{version}/release.json': ['200'],
  'GET /mfe/cart/live.json': ['200'],
  'GET /media/{picture}': ['200'],
  'GET /_next/static/{chunk}': ['200'],
  'GET /api/_mall/contracts?service=mallhive.cart.v1.CartService': ['200'],
  'GET /api/profile/whoAmI': ['200'],
  'GET /api/profile/listAddresses': ['401 401 200 200 200'],
  'GET /api/seller/listOrders?input={}': ['401 401 403 200 403'],
  'POST /api/cart/setQuantity': ['401 400 400 400 400'],
  'POST /webhooks/sandbox': ['400'],
  'GET /rest/catalog/v1/products': ['200'],
  'GET /rest/search/v1/search?q=mug': ['200'],
  'POST /_mall/beacon': ['400', '404'],
  'GET /_mall/desk/overview.json': ['401 401 403 403 200', '404'],
  'POST /_mall/desk/preview': ['401 401 403 403 303', '404'],
  'POST /_mall/desk/promote': ['401 401 403 403 303', '404'],
  'POST /_mall/desk/rollback': ['401 401 403 403 303', '404'],
  'POST /_mall/preferences': ['303'],
  'POST /_mall/pins': ['400'],
  'GET /_mall': ['401 401 403 403 200', '404'],
  'GET /_mall/discovery.json': ['200'],
  'GET /_mall/status.json': ['200'],
  'GET /_mall/dev/1023/events': ['404', '502'],
  'GET /healthz': ['404'],
  'GET /readyz': ['404'],
  'GET /metrics': ['404'],
  'GET /robots.txt': ['200'],
  'GET /favicon.ico': ['200'],
  'GET /apple-touch-icon.png': ['200'],
  'GET /icon-192.png': ['200'],
  'GET /manifest.webmanifest': ['200'],
  'GET /service-worker.js': ['200'],
  'GET /.well-known/security.txt': ['200'],
  'GET /.well-known/change-password': ['302'],
  'GET /.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200': ['404'],
  'GET /sitemap.xml': ['200'],
  'GET /': ['200'],
  'GET /c/{category}': ['200'],
  'GET /p/{slug}': ['200'],
  'GET /search': ['200'],
  'GET /cart': ['200'],
  'GET /checkout': ['307'],
  'GET /checkout/{checkout}/address': ['404 404 307 404 404'],
  'GET /checkout/{checkout}/shipping': ['404 404 307 404 404'],
  'GET /checkout/{checkout}/payment': ['404 404 307 404 404'],
  'GET /checkout/{checkout}/review': ['404 404 307 404 404'],
  'GET /checkout/{checkout}/return': ['307'],
  'GET /checkout/{checkout}/done': ['404 404 200 404 404'],
  'GET /sign-in': ['200 200 307 307 307'],
  'GET /sign-up': ['200 200 307 307 307'],
  'GET /account': ['307 307 200 200 200'],
  'GET /addresses': ['307 307 200 200 200'],
  'GET /orders': ['307 307 200 200 200'],
  'GET /orders/{order}': ['307 307 200 307 307'],
  'GET /order-lookup': ['200'],
  'GET /seller/orders': ['307 307 403 200 403'],
}

test.describe.configure({ timeout: 180_000 })
const root = join(import.meta.dirname, '../..')
const addresses = Object.keys(table).map((row) => row.split('?')[0] ?? row)

test('every route of the edge has a row for each of its methods', () => {
  const routeOf = routeFinder(edgeTable)
  const tried = addresses.map((address) => address.replace(/\S+$/, (path) => routeOf(path)?.path ?? ''))
  const routes = edgeTable.routes.flatMap(({ path, methods }) => methods.map((method) => `${method} ${path}`))
  expect(routes.filter((route) => !route.startsWith('HEAD') && !tried.includes(route))).toEqual([])
  expect(edgeTable.private.filter((path) => !addresses.includes(`GET ${path}`))).toEqual([])
})

test('every address of the shell, action of the desk and page of a micro frontend has a row', () => {
  const inSource = (file: string, pattern: RegExp) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(pattern)].map(([, found = '']) => found)
  const files = globSync('**/{page.tsx,route.ts}', { cwd: join(root, 'shell/src/app') })
  const actions = inSource('services/release-desk/src/actions.ts', /^ {2}(\w+):/gm)
  const configs = globSync('mfe-*/mall.config.ts', { cwd: root })
  const declared = [
    ...files.map((file) => join('/', decodeURIComponent(dirname(file)))),
    ...['forms', 'handler', 'site-files'].flatMap((name) =>
      inSource(`shell/src/server/${name}.ts`, /'(\/[\w./-]+)'/g),
    ),
    ...actions.map((name) => `/_mall/desk/${name}`),
    ...configs.flatMap((file) => inSource(file, /'(\/[\w/:-]*)': '[\w-]+'/g)),
  ]
  const read = ['/_mall/status.json', '/_mall/pins', '/healthz', '/_mall/desk/rollback', '/orders/:number']
  expect(declared).toEqual(expect.arrayContaining(read))
  // A path that ends with a slash is a prefix.
  const rowOf = (path: string) =>
    new RegExp(` ${path.replaceAll(/:\w+/g, '[^/]+')}${/.\/$/.test(path) ? '' : '$'}`)
  expect(declared.filter((path) => !addresses.some((address) => rowOf(path).test(address)))).toEqual([])
})

const expected = (column: 0 | 1) =>
  Object.fromEntries(Object.entries(table).map(([row, statuses]) => [row, statuses[column] ?? statuses[0]]))

test('every address answers each role as the table says', async ({ baseURL }) => {
  expect(await statusesAt(baseURL ?? '')).toEqual(expected(0))
})

previewTest('and so does the preview host', async ({ previewOrigin }) => {
  expect(await statusesAt(previewOrigin)).toEqual(expected(1))
})

test('a shop’s page lists its own orders and no other shop’s', async ({ baseURL }) => {
  const origin = baseURL ?? ''
  const { shopper, seller } = await openSessions(origin)
  const own = await buyFrom(shopper, origin, 'kiln-and-kettle')
  const others = await buyFrom(shopper, origin, 'paper-and-plum')
  const page = await (await seller.get(`${origin}/seller/orders`)).text()
  expect(page).toContain(own.order)
  expect(page).not.toContain(others.order)
})

/** Returns the statuses of all rows at an origin, as the table writes them. */
async function statusesAt(origin: string): Promise<Record<string, string>> {
  const sessions = await openSessions(origin)
  const read = async (path: string) => (await sessions.none.get(origin + path)).text()
  const front = await read('/')
  const names: Record<string, string | undefined> = {
    ...(await buyFrom(sessions.shopper, origin, 'paper-and-plum')),
    ...(await firstProduct()),
    version: /"stable": "([^"]+)"/.exec(await read('/mfe/cart/live.json'))?.[1],
    picture: /\/media\/([^"]+?\.webp)/.exec(front)?.[1],
    chunk: /\/_next\/static\/([^"\\]+\.js)/.exec(front)?.[1],
  }
  const cookies = await Promise.all(roles.map((role) => sessions[role].storageState()))
  const found: Record<string, string> = {}
  for (const row of Object.keys(table)) {
    const filled = row.replaceAll(/\{(\w+)\}/g, (_, name: string) => names[name] ?? name)
    const [method, address = ''] = filled.split(' ')
    const kind = address.startsWith('/_mall/') ? 'form' : 'data'
    const body = method === 'GET' ? {} : { headers: { origin }, [kind]: {} }
    const statuses: number[] = []
    for (const storageState of cookies) {
      // A context of its own, because answers may set cookies.
      const visitor = await request.newContext({ storageState, maxRedirects: 0 })
      statuses.push((await visitor.fetch(origin + address, { method, ...body })).status())
      await visitor.dispose()
    }
    found[row] = new Set(statuses).size === 1 ? String(statuses[0]) : statuses.join(' ')
  }
  return found
}
