import { expect, test } from '../fixtures/isolated-mall.ts'

const parts = [
  'postgres',
  'redis',
  'aws',
  'mail',
  'sandbox-provider',
  'identity',
  'catalog',
  'cart',
  'orders',
  'payments',
  'notifications',
  'release-health',
  'bff',
  'release-desk',
  'shell',
  'shell-previews',
  'edge',
]

for (const part of parts) {
  test(`${part} is started again after kill -9, and the mall answers`, async ({ mall }) => {
    const before = mall.pid(part)
    process.kill(before ?? 0, 'SIGKILL')
    await expect.poll(() => mall.pid(part), { timeout: 60_000 }).not.toBe(before)
    await expect
      .poll(() => answers(mall.url), { timeout: 30_000 })
      .toEqual({ page: 200, products: 200, session: 200 })
  })
}

/** Requests a page of the shell, a query through a BFF and its service, and a sign-in, which needs identity and Redis. */
async function answers(url: string) {
  const get = (path: string) => fetch(url + path).catch(() => undefined)
  const [page, list, session] = await Promise.all([
    get('/'),
    get('/rest/catalog/v1/products?limit=1'),
    get('/sign-in'),
  ])
  return { page: page?.status, products: list?.status, session: session?.status }
}
