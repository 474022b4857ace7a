import type { Page, Route } from '@playwright/test'

import { expect, test } from '../fixtures/isolated-mall.ts'
import { backTo, homeVersion } from '../fixtures/shown-release.ts'
import { addToCart, findProduct } from '../pages/shop.ts'

/** A message in the front page's code, and throwing code that replaces it. */
const broken = [/\b\w+\("hero\.label"\)/g, '(()=>{throw new Error("the front page broke")})()'] as const

test('a page that throws on the server is answered 500, and the browser renders it', async ({
  page,
  browser,
  baseURL,
  team,
  complaints,
}) => {
  const good = await team.live('home')
  const next = await team.publishNext('home', (code, file) =>
    file.startsWith('ssr/') ? code.replaceAll(...broken) : code,
  )
  await team.promote(next)
  await expect.poll(() => homeVersion(page)).toBe(next.version)

  const response = await page.goto('/')
  expect(response?.status()).toBe(500)
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
  complaints.length = 0

  const plain = await browser.newPage({ javaScriptEnabled: false })
  await plain.goto(baseURL)
  // Visible text only: it excludes the content of <noscript>.
  expect(await plain.getByRole('main').innerText()).toContain('Something went wrong')
  await expect(plain.getByRole('navigation', { name: 'Categories' })).toBeVisible()
  await plain.close()
  await backTo(page, team, good)
})

test('a page that throws everywhere shows an error under the mall’s header', async ({
  page,
  logOf,
  team,
  complaints,
}) => {
  const good = await team.live('home')
  const next = await team.publishNext('home', (code) => code.replaceAll(...broken))
  await team.promote(next)
  await expect.poll(() => homeVersion(page)).toBe(next.version)

  const response = await page.goto('/')
  expect(response?.status()).toBe(500)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Something went wrong')
  await expect(page.getByRole('navigation', { name: 'Categories' }).getByRole('link').first()).toBeVisible()
  expect(logOf('shell')).toContain(`home/home-page of home@${next.version}`)
  await page.goto('/search?q=mug')
  await expect(page.getByRole('article').first()).toBeVisible()
  complaints.length = 0
  await backTo(page, team, good)
})

test('a fragment that throws affects only its own box', async ({ page, team, complaints }) => {
  const good = await team.live('home')
  const words = 'A mall of small, independent shops.'
  const next = await team.publishNext('home', (code) =>
    code.replaceAll(/\b\w+\("about"\)/g, '(()=>{throw new Error("the footer broke")})()'),
  )
  await team.promote(next)
  await expect.poll(() => homeVersion(page)).toBe(next.version)

  const response = await page.goto('/')
  expect(response?.status()).toBe(200)
  await expect.poll(() => complaints.join()).toContain('the footer broke')
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Categories' }).getByRole('link').first()).toBeVisible()
  await expect(page.getByRole('contentinfo')).toBeVisible()
  await expect(page.getByText(words)).toHaveCount(0)
  await findProduct(page)
  complaints.length = 0

  await backTo(page, team, good)
  await page.goto('/')
  await expect(page.getByText(words)).toBeVisible()
})

test('a browser that cannot load a team’s code keeps the server’s HTML, and hydrates it when the code loads', async ({
  page,
  complaints,
}) => {
  await findProduct(page)
  let refused = 0
  const entry = '**/mfe/cart/*/web/remoteEntry.js'
  await page.route(entry, (route) => {
    refused++
    return route.abort()
  })
  await page.reload()
  await expect.poll(() => refused, { message: 'it is tried again' }).toBeGreaterThan(2)
  await expect(page.getByRole('button', { name: 'Add to cart' })).toBeVisible()
  await expect(page.getByRole('banner').getByRole('link', { name: 'Cart' })).toBeVisible()

  await page.unroute(entry)
  await expect.poll(() => isAwake(page), { timeout: 20_000 }).toBe(true)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByText('Added to your cart')).toBeVisible()
  complaints.length = 0
})

test('a navigation whose code cannot be loaded shows an error, and the rest of the mall works', async ({
  page,
  complaints,
}) => {
  await page.goto('/', { waitUntil: 'networkidle' })
  const code = /\/mfe\/cart\/[^/]+\/web\/cart-page\.js/
  await page.route(code, (route) => route.abort())
  await page.getByRole('banner').getByRole('link', { name: 'Cart' }).click()
  // Loading is retried for 15 s.
  const failed = expect(page.getByRole('heading', { level: 1, name: 'Something went wrong' }))
  await failed.toBeVisible({ timeout: 30_000 })
  await page.getByRole('navigation', { name: 'Categories' }).getByRole('link').first().click()
  await expect(page.getByRole('article').first()).toBeVisible()

  await page.unroute(code)
  await page.goto('/cart')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/cart/i)
  complaints.length = 0
})

for (const [what, files] of [
  ['entry', /\/mfe\/cart\/[^/]+\/web\/remoteEntry\.js/],
  ['chunk', /\/mfe\/cart\/[^/]+\/web\/(?!remoteEntry)[^/]+\.js/],
] as const) {
  test(`a tampered ${what} is not executed, and the server’s HTML stays`, async ({ page, complaints }) => {
    await findProduct(page)
    await page.route(files, tamper)
    await page.reload()
    await expect.poll(() => complaints.join(), { message: 'the browser refuses it' }).toMatch(/integrity/i)
    await expect(page.getByRole('button', { name: 'Add to cart' })).toBeVisible()
    expect(await page.evaluate(() => 'tampered' in globalThis)).toBe(false)
    expect(await isAwake(page)).toBe(false)
    complaints.length = 0
  })
}

test('suggestions and the cart’s preview that cannot be loaded leave the search and the link to the cart', async ({
  page,
  complaints,
}) => {
  const refused: string[] = []
  await page.route(/\/web\/(suggestions|cart-preview)\.js/, (route) => {
    refused.push(/suggestions|cart-preview/.exec(route.request().url())?.[0] ?? '')
    return route.abort()
  })
  await findProduct(page)
  await addToCart(page)
  const cart = page.getByRole('banner').getByRole('link', { name: 'Cart, 1 item' })
  await cart.hover()
  await expect.poll(() => refused).toContain('cart-preview')
  const search = page.getByRole('combobox', { name: 'Search the mall' })
  await search.pressSequentially('mug')
  await expect.poll(() => refused).toContain('suggestions')
  await search.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=mug$/)
  await cart.click()
  await expect(page).toHaveURL(/\/cart$/)
  complaints.length = 0
})

test('a message whose code cannot be loaded leaves the page as it is, and the next one is shown', async ({
  page,
  complaints,
}) => {
  const code = /\/documents\/toast-stack\.[^/]+\.js/
  let refused = 0
  await page.route(code, (route) => {
    refused++
    return route.abort()
  })
  await page.goto('/search?q=Milk chocolate with sea salt', { waitUntil: 'networkidle' })
  const add = page.getByRole('button', { name: /^Add .* to cart$/ }).first()
  await add.click()
  await expect.poll(() => refused).toBe(1)
  await expect(page.getByRole('banner').getByRole('link', { name: 'Cart, 1 item' })).toBeVisible()

  await page.unroute(code)
  await add.click()
  await expect(page.getByRole('heading', { name: /in your cart/i })).toBeVisible()
  complaints.length = 0
})

const laterCode = /\/mfe\/catalog\/[^/]+\/web\/picture-viewer\.js/

for (const [what, spoil] of [
  ['cannot be loaded', (route: Route) => route.abort()],
  ['was tampered with', tamper],
] as const) {
  test(`lazy code that ${what} fails only its own feature, and counts against no release`, async ({
    page,
    complaints,
  }) => {
    await findProduct(page)
    await page.route(laterCode, spoil)
    const told = page.waitForRequest(
      (request) =>
        request.url().endsWith('/_mall/beacon') && request.postData()?.includes('imported module') === true,
    )
    await page.getByRole('link', { name: /Enlarge picture/ }).click()
    const notice = page.getByRole('alert').filter({ hasText: 'The picture could not be loaded' })
    await expect(notice.getByRole('link')).toHaveAttribute('href', /^\/media\/.+\.webp$/)
    const [error] = (await told).postDataJSON().errors
    expect(error).toMatchObject({ foreign: 'network' })
    expect(error).not.toHaveProperty('release')
    expect(await page.evaluate(() => 'tampered' in globalThis)).toBe(false)
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await expect(page.getByText('Added to your cart')).toBeVisible()
    complaints.length = 0
  })
}

test('lazy code loads when it is available again', async ({ page, complaints }) => {
  await findProduct(page)
  await page.route(laterCode, (route) => route.abort())
  await page.getByRole('link', { name: /Enlarge picture/ }).click()
  const again = page.getByRole('alert').getByRole('button', { name: 'Try again' })
  await expect(again).toBeVisible()
  await page.unroute(laterCode)
  await again.click()
  await expect(page.getByRole('dialog', { name: /^Pictures of/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: /Enlarge picture/ })).toBeFocused()
  await expect(again).toHaveCount(0)
  complaints.length = 0
})

/** Whether React has hydrated the button: a click then does more than submit the form. */
function isAwake(page: Page): Promise<boolean> {
  const button = page.getByRole('button', { name: 'Add to cart' })
  return button.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactProps')))
}

async function tamper(route: Route): Promise<void> {
  const response = await route.fetch()
  await route.fulfill({ response, body: `globalThis.tampered = true;${await response.text()}` })
}
