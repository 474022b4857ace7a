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
import { addToCart, findProduct, startCheckout } from '../pages/shop.ts'

const surroundings: Record<string, (page: Page) => Promise<unknown>> = {
  'with a translated page': translate,
  'with a password manager': managePasswords,
  'with blocked storage': (page) => blockStorage(page.context()),
  'with slow scripts': (page) => slowScripts(page, 700),
  'with text at 200 %': (page) =>
    page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = '200%'))
    }),
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
  await findProduct(page)
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

test('refused cookies are said in words at the first addition to the cart', async ({ page }) => {
  await refuseCookies(page.context())
  await findProduct(page)
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('refuses cookies')
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

test('the Enter key that accepts a composition submits no form', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' })
  const search = page.getByRole('combobox', { name: 'Search the mall' })
  await search.focus()
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'mug', selectionStart: 3, selectionEnd: 3 })
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/')
  await session.send('Input.insertText', { text: 'mug' })
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=mug/)
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
