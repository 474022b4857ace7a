import { openDevServer } from '../fixtures/dev-server.ts'
import { expect, previewTest as test } from '../fixtures/pinned.ts'
import { findProduct } from '../pages/shop.ts'

const saying = (words: string) => (code: string) => code.replaceAll('Add to cart', words)

test('the running mall shows changes of a dev server at once, and works without the dev server', async ({
  page,
  team,
  mallEnv,
  complaints,
}) => {
  const server = await openDevServer(team, 'cart')
  try {
    const first = await server.build(saying('Take it'))
    await findProduct(page)
    const product = page.url()
    const bar = page.getByRole('region', { name: 'Pinned releases' })
    await page.goto(`${mallEnv['PUBLIC_ORIGIN']}/?mall-pin=cart@${server.url}`)
    await expect(bar).toContainText(`cart ${server.url} is not shown: dev servers are not shown on this host`)
    await page.goto(`${product}?mall-pin=cart@${server.url}`)
    await expect(page.getByRole('region', { name: 'Pinned releases' })).toContainText(`cart ${first}`)
    const called = page.waitForRequest(/\/api\/cart\/addItem/)
    await page.getByRole('button', { name: 'Take it' }).click()
    expect((await called).headers()['x-mall-release']).toBe(`cart@${first}`)
    await expect(page.getByText('Added to your cart')).toBeVisible()

    await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('half a thought')
    await page.evaluate(() => scrollTo({ top: 300, behavior: 'instant' }))
    await server.build(saying('Grab it'))
    await expect(page.getByRole('button', { name: 'Grab it' })).toBeVisible()
    await expect(page.getByRole('searchbox').or(page.getByRole('combobox')).first()).toHaveValue(
      'half a thought',
    )
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(300)

    server.fail('src/exposes/add-to-cart.tsx:4\nExpected "}" but found "]"')
    const problem = page.getByRole('alert').filter({ hasText: 'errors in cart' })
    await expect(problem).toContainText('Expected "}" but found "]"')
    await expect(page.getByRole('button', { name: 'Grab it' })).toBeVisible()
    await server.build(saying('Have it'))
    await expect(page.getByRole('button', { name: 'Have it' })).toBeVisible()
    await expect(problem).toBeHidden()
  } finally {
    await server.stop()
  }
  // The open page now fails to reach its dev server, which the browser logs.
  await page.goto('/cart')
  complaints.length = 0
  const bar = page.getByRole('region', { name: 'Pinned releases' })
  await expect(bar).toContainText(`cart ${server.url} is not shown: nothing answers at ${server.url}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your cart')
})
