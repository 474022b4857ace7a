import type { Page } from '@playwright/test'

import {
  blockStorage,
  holdScripts,
  managePasswords,
  refuseCookies,
  slowScripts,
  translate,
} from '../fixtures/foreign-software.ts'
import { expect, test } from '../fixtures/test.ts'
import { cards, chooseShipping, fillAddress, orderNumber, payBy, placeButton } from '../pages/checkout.ts'
import { buyFrom } from '../pages/by-request.ts'
import { addToCart, findProduct, openBuyable, startCheckout } from '../pages/shop.ts'

const surroundings: Record<string, (page: Page) => Promise<unknown>> = {
  'with a translated page': translate,
  'with a password manager': managePasswords,
  'with blocked storage': (page) => blockStorage(page.context()),
  'with slow scripts': (page) => slowScripts(page, 700),
  'with forced colours': (page) => page.emulateMedia({ forcedColors: 'active' }),
  'with reduced motion': (page) => page.emulateMedia({ reducedMotion: 'reduce' }),
}

for (const [name, prepare] of Object.entries(surroundings))
  test(`a guest buys ${name}`, async ({ page, complaints }) => {
    await prepare(page)
    await startCheckout(page)
    await page.waitForLoadState('networkidle')
    await fillAddress(page)
    await chooseShipping(page)
    await payBy(page, cards.approved)
    await placeButton(page).click()
    await orderNumber(page)
    // React reports that it rendered a form anew whose elements it did not know.
    if (name === 'with a password manager') complaints.length = 0
  })

test('a translated page survives a refused address, another variant and a removed line', async ({ page }) => {
  await translate(page)
  await page.goto('/search?q=mug')
  await openBuyable(page)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-translated', '')
  await page.getByRole('group').getByRole('link').and(page.locator(':not([aria-current])')).first().click()
  await expect(page).toHaveURL(/\?/)
  await addToCart(page)
  await page.goto('/checkout')
  await expect(page.locator('html')).toHaveAttribute('data-translated', '')
  await page.getByLabel('City').fill('Berlin')
  await page.getByRole('button', { name: 'Continue to shipping' }).click()
  await expect(page.getByRole('alert').first()).toBeFocused()
  await expect(page.getByLabel('City')).toHaveValue('Berlin')
  await page.goto('/cart')
  await expect(page.locator('html')).toHaveAttribute('data-translated', '')
  await page.getByRole('button', { name: /^Remove/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your cart is empty')
})

for (const [moment, { held, awake }] of Object.entries({
  'before scripts have loaded': { held: /\.js$/, awake: 0 },
  'after others are awake': { held: /\/checkout\/.*\.js$/, awake: 1 },
})) {
  test(`what was typed ${moment} survives a password manager`, async ({ page, complaints }) => {
    await managePasswords(page)
    await startCheckout(page)
    const release = await holdScripts(page, held)
    await page.goto(page.url(), { waitUntil: 'commit' })
    await expect(page.locator('mall-remote[data-remote="catalog/search-box"][data-awake]')).toHaveCount(awake)
    await page.getByLabel('City').fill('Berlin')
    release()
    const remote = page.locator('mall-remote[data-remote="checkout/address-page"][data-awake]')
    await expect(remote).toBeAttached()
    await expect(page.getByLabel('City')).toHaveValue('Berlin')
    // React reports that it rendered the form anew.
    complaints.length = 0
  })
}

test('refused cookies are said in words at the first addition to the cart, and at a choice that would be forgotten', async ({
  page,
}) => {
  await refuseCookies(page.context())
  await findProduct(page)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('refuses cookies')
  const footer = page.getByRole('contentinfo')
  for (const choice of ['$ USD', 'Dark', 'Don’t share']) {
    await page.reload({ waitUntil: 'networkidle' })
    await footer.getByRole('button', { name: choice }).click()
    await expect(footer.getByRole('alert'), choice).toContainText('refuses cookies')
  }
})

test('prices, order numbers, addresses and names of shops are not translated', async ({ page, baseURL }) => {
  const { products } = await (await page.request.get('/rest/catalog/v1/products?limit=100')).json()
  const shops = products.map(({ seller }: { seller: { name: string } }) => seller.name)
  const { order } = await buyFrom(page.request, baseURL ?? '', 'kiln-and-kettle')
  const kept = [order, 'Ada Byron', 'Gartenstraße 4', ...shops]
  for (const path of ['/', '/search?seller=kiln-and-kettle', `/orders/${order}`, '/orders']) {
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(await translatable(page, kept), path).toEqual([])
  }
})

/** Returns the texts of a page that a translator would change although they are prices or among `kept`. */
const translatable = (page: Page, kept: string[]) =>
  page.evaluate((names) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? ''
      const isKept = names.includes(text) || /^−?[€$]\s?[\d.,]+$/.test(text)
      if (isKept && !walker.currentNode.parentElement?.closest('script, [translate="no"]')) found.push(text)
    }
    return found
  }, kept)

test('an error of an extension is reported as foreign, and for no release', async ({ page, complaints }) => {
  await page.goto('/', { waitUntil: 'networkidle' })
  const told = page.waitForRequest(
    (request) => request.url().endsWith('/_mall/beacon') && request.postData()?.includes('it broke') === true,
  )
  const session = await page.context().newCDPSession(page)
  const expression =
    'setTimeout(() => { throw new Error("it broke") })\n//# sourceURL=chrome-extension://abc/content.js'
  await session.send('Runtime.evaluate', { expression })
  expect((await told).postDataJSON().errors).toEqual([
    { foreign: 'script', message: 'Error: it broke', count: 1 },
  ])
  complaints.length = 0
})

test('a form that is sent offline says so and keeps what was typed', async ({ page, complaints }) => {
  await startCheckout(page)
  await page.waitForLoadState('networkidle')
  await page.getByLabel('City').fill('Berlin')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Continue to shipping' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Check your connection')
  await expect(page.getByLabel('City')).toHaveValue('Berlin')
  await page.context().setOffline(false)
  complaints.length = 0
})

test('keys of a composition choose no suggestion, change no quantity and submit no form', async ({
  page,
}) => {
  await page.goto('/', { waitUntil: 'networkidle' })
  const search = page.getByRole('combobox', { name: 'Search the mall' })
  await search.focus()
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'mug', selectionStart: 3, selectionEnd: 3 })
  const suggestions = page.getByRole('listbox')
  await expect(suggestions).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(search).not.toHaveAttribute('aria-activedescendant')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/')
  await session.send('Input.insertText', { text: 'mug' })
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=mug/)

  await openBuyable(page)
  await page.waitForLoadState('networkidle')
  const quantity = page.getByRole('spinbutton', { name: /^Quantity of/ })
  await quantity.focus()
  await session.send('Input.imeSetComposition', { text: '１', selectionStart: 1, selectionEnd: 1 })
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(quantity).toHaveAttribute('aria-valuenow', '1')
  await expect(page.getByText('Added to your cart')).toBeHidden()
})

test('after paying, Back leads to the order that was placed and not to a payment', async ({ page }) => {
  await startCheckout(page)
  await fillAddress(page)
  await chooseShipping(page)
  await payBy(page, cards.approved)
  await placeButton(page).click()
  const number = await orderNumber(page)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Thank you')
  await expect(page.getByRole('main')).toContainText(number)
})

test('a currency switched inside a checkout is said; starting again keeps the address', async ({ page }) => {
  await startCheckout(page)
  await fillAddress(page)
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /USD|US dollar|\$/ })
    .click()
  await expect(page.getByRole('main')).toContainText('This checkout stays in EUR')
  await expect(page.getByRole('main')).toContainText('€')
  await page.getByRole('link', { name: 'Start again in USD' }).click()
  await expect(page).toHaveURL(/\/shipping$/)
  await expect(page.getByRole('main')).toContainText('$')
  await expect(page.getByRole('main')).not.toContainText('€')
})

test('a printed order has its facts and no navigation', async ({ page }) => {
  await startCheckout(page)
  await fillAddress(page)
  await chooseShipping(page)
  await payBy(page, cards.approved)
  await placeButton(page).click()
  const number = await orderNumber(page)
  await page.getByRole('link', { name: 'View your order' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Order ${number}`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('main')).toContainText('Gartenstraße 4')
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('contentinfo')).toBeHidden()
})

test.describe('in Auckland', () => {
  test.use({ timezoneId: 'Pacific/Auckland' })

  test('an order’s times are in the viewer’s time zone', async ({ page }) => {
    await startCheckout(page)
    await fillAddress(page)
    await chooseShipping(page)
    await payBy(page, cards.approved)
    await placeButton(page).click()
    await orderNumber(page)
    await page.getByRole('link', { name: 'View your order' }).click()
    const time = page.getByRole('list', { name: 'Order history' }).locator('time').first()
    const local = (iso: string) =>
      new Intl.DateTimeFormat('en-IE', {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: 'Pacific/Auckland',
      }).format(new Date(iso))
    await expect.poll(async () => time.textContent()).toBe(local((await time.getAttribute('datetime')) ?? ''))
  })
})
