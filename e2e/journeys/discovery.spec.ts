import { expect, test } from '../fixtures/pinned.ts'
import { openForeignHost } from '../fixtures/foreign-host/open-foreign-host.ts'
import { frontendDiscovery } from '../fixtures/frontend-discovery.ts'
import { firstProduct } from '../quality/pages.ts'

test('the discovery document follows its schema and names every live entry with its hash and its share', async ({
  request,
  team,
}) => {
  const document = frontendDiscovery.parse(await (await request.get('/_mall/discovery.json')).json())
  const names = ['cart', 'catalog', 'checkout', 'home', 'profile', 'seller']
  expect(Object.keys(document.microFrontends).toSorted()).toEqual(
    expect.arrayContaining(names.map((name) => `@mallhive/${name}`)),
  )
  const [profile] = document.microFrontends['@mallhive/profile'] ?? []
  expect(profile).toMatchObject({
    metadata: { version: await team.live('profile') },
    deployment: { traffic: 100, default: true },
  })
  const next = await team.publishNext('profile')
  await team.promote(next, 25)
  const shares = async () => {
    const { microFrontends } = frontendDiscovery.parse(
      await (await request.get('/_mall/discovery.json')).json(),
    )
    return microFrontends['@mallhive/profile']?.map(({ deployment }) => deployment)
  }
  await expect.poll(shares).toEqual([
    { traffic: 75, default: true },
    { traffic: 25, default: false },
  ])
  await team.rollback('profile')

  for (const { url, metadata } of Object.values(document.microFrontends).flat()) {
    const bytes = await (await request.get(url)).body()
    const hash = await crypto.subtle.digest('SHA-384', new Uint8Array(bytes))
    expect(metadata.integrity).toBe(`sha384-${Buffer.from(hash).toString('base64')}`)
  }
})

for (const kind of ['webpack', 'enhanced'] as const) {
  test(`a host of another origin, federated by ${kind}, shows fragments of the mall`, async ({
    page,
    baseURL,
  }) => {
    await using host = await openForeignHost(kind)
    await page.goto(`${host.url}/?mall=${baseURL}`)
    await expect(page.getByRole('button', { name: 'Add to cart' })).toBeVisible()
    await page.getByRole('button', { name: 'One more: Quantity of A mug' }).click()
    await expect(page.getByRole('spinbutton')).toHaveValue('2')
    await expect(page.getByText('No account needed')).toBeVisible()
    expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0)
  })
}

test('other origins may read only release files and the discovery document', async ({ request }) => {
  const { microFrontends } = frontendDiscovery.parse(
    await (await request.get('/_mall/discovery.json')).json(),
  )
  const entry = new URL(microFrontends['@mallhive/cart']?.[0]?.url ?? '')
  const descriptor = entry.pathname.replace(/web\/.*/, 'release.json')
  const allowed = async (path: string) => {
    const response = await request.get(path, { headers: { origin: 'https://elsewhere.example' } })
    return response.headers()['access-control-allow-origin']
  }
  for (const path of ['/_mall/discovery.json', entry.pathname, descriptor])
    expect(await allowed(path)).toBe('*')
  const others = [
    '/',
    `/p/${(await firstProduct()).slug}`,
    '/_mall/status.json',
    '/api/cart/miniCart',
    '/rest/catalog/v1/products?limit=1',
    '/sitemap.xml',
    entry.pathname.replace('/web/', '/ssr/'),
  ]
  for (const path of others) expect(await allowed(path), path).toBeUndefined()
})
