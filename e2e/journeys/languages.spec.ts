import { blockStorage, holdScripts } from '../fixtures/foreign-software.ts'
import { overflow } from '../fixtures/overflow.ts'
import { expect, forgive, test } from '../fixtures/test.ts'
import { violationsOf } from '../fixtures/violations.ts'
import { addToCart, findProduct } from '../pages/shop.ts'

const german = { 'accept-language': 'de-DE,de;q=0.9,en;q=0.5' }

test('a German page is German before and after hydration, and its links stay German', async ({
  page,
  browser,
}) => {
  const plain = await browser.newPage({ javaScriptEnabled: false })
  await plain.goto('/de')
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('Kleine Läden, ein\u00a0Dach')
  await plain.close()

  await page.goto('/de', { waitUntil: 'networkidle' })
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
  await expect(page).toHaveTitle('MallHive: kleine Läden unter einem Dach')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kleine Läden, ein\u00a0Dach')
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  await page.getByRole('banner').getByRole('link', { name: 'Warenkorb' }).click()
  await expect(page).toHaveURL('/de/cart')
  await page.goBack()
  await expect(page).toHaveURL('/de')
  await page.getByRole('link', { name: 'MallHive, Startseite' }).click()
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
  const prefixed = await page.locator('a[href^="/"]:not([href^="/de"])').count()
  expect(prefixed, 'links that leave the language').toBe(0)
})

test('only the messages of the page’s locale are sent, with the document or with what opens later', async ({
  page,
}) => {
  const files: string[] = []
  page.on('request', (request) => files.push(...(/messages-[a-z-]+/.exec(request.url()) ?? [])))
  await page.goto('/de', { waitUntil: 'networkidle' })
  expect(files, 'requests for messages').toEqual([])
  const content = await page.content()
  expect(content).toContain('home/messages-footer-de')
  expect(content).not.toMatch(/messages-(\w+-)*en\b/)

  await page.getByRole('link', { name: 'Bestellung finden' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bestellung finden')
  expect(new Set(files)).toEqual(new Set(['messages-de']))
})

test('the switcher keeps path, query and fragment, and is remembered at the door', async ({ page }) => {
  await page.goto('/search?q=mug#results', { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page).toHaveURL('/de/search?q=mug#results')
  await expect(page.getByRole('button', { name: 'Deutsch' })).toHaveAttribute('aria-pressed', 'true')
  await page.goto('/cart')
  await expect(page).toHaveURL('/de/cart')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page).toHaveURL('/cart')
  await page.getByRole('button', { name: '$ USD' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('language and currency can be changed when something was typed before scripts ran, and it stays', async ({
  page,
}) => {
  const release = await holdScripts(page, /\.js$/)
  await page.goto('/order-lookup?from=a%20mail#find', { waitUntil: 'commit' })
  const number = page.locator('main input[name="number"]')
  await number.fill('MH-7')
  release()
  await expect(page.locator('main mall-remote[data-awake]')).toBeAttached()
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page).toHaveURL('/de/order-lookup?from=a%20mail#find')
  await expect(number).toHaveValue('MH-7')
  await page.getByRole('button', { name: '$ USD' }).click()
  await expect(page.getByRole('button', { name: '$ USD' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page).toHaveURL('/de/order-lookup?from=a%20mail#find')
  await expect(number).toHaveValue('MH-7')
})

test('language can be changed where storage is blocked', async ({ page }) => {
  await blockStorage(page.context())
  await page.goto('/order-lookup', { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page).toHaveURL('/de/order-lookup')
})

test('a change of language offline says so and keeps the page', async ({ page }) => {
  await page.goto('/order-lookup', { waitUntil: 'networkidle' })
  await page.locator('main input[name="number"]').fill('MH-7')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page.getByRole('contentinfo').getByRole('alert')).toContainText('Check your connection')
  await expect(page.locator('main input[name="number"]')).toHaveValue('MH-7')
  await page.context().setOffline(false)
})

test('a quantity that was changed on another device is not put back by a change of language', async ({
  page,
  browser,
}) => {
  await findProduct(page)
  await addToCart(page)
  await page.goto('/cart', { waitUntil: 'networkidle' })
  await expect(page.getByRole('spinbutton').first()).toHaveValue('1')

  const storageState = await page.context().storageState()
  const other = await browser.newPage({ storageState })
  await other.goto('/cart', { waitUntil: 'networkidle' })
  const saved = other.waitForResponse(/setQuantity/)
  await other.getByRole('spinbutton').first().fill('3')
  await other.getByRole('spinbutton').first().press('Enter')
  await saved
  await other.close()

  await page.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page).toHaveURL('/de/cart')
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('spinbutton').first()).toHaveValue('3')
})

test('a first visit follows the browser’s languages; a crawler and an address with a locale stay', async ({
  request,
}) => {
  const ask = (path: string, headers: Record<string, string>) =>
    request.get(path, { headers, maxRedirects: 0 })
  const first = await ask('/cart?a=1', german)
  expect([first.status(), first.headers()['location']]).toEqual([307, '/de/cart?a=1'])
  expect(first.headers()['cache-control']).toContain('no-store')
  for (const headers of [
    { ...german, 'user-agent': 'Googlebot/2.1' },
    { ...german, cookie: 'mall_locale=en' },
    { 'accept-language': 'en' },
    { 'accept-language': 'fr' },
  ])
    expect((await ask('/cart', headers)).status()).toBe(200)
  expect((await ask('/de/cart', { 'accept-language': 'en' })).status()).toBe(200)
})

test('a page names its other languages, and an unknown one is not found', async ({ request }) => {
  const html = await (await request.get('/de')).text()
  const origin = new URL((await request.get('/de')).url()).origin
  expect(html).toContain(`<link rel="canonical" href="${origin}/de"/>`)
  for (const [lang, path] of [
    ['en', '/'],
    ['de', '/de'],
    ['x-default', '/'],
  ])
    expect(html).toContain(`<link rel="alternate" hrefLang="${lang}" href="${origin}${path}"/>`)
  expect(html).not.toContain('hrefLang="en-xa"')
  for (const path of ['/fr', '/de/de/cart', '/de/_mall', '/de/api/cart/miniCart', '/de/robots.txt'])
    expect((await request.get(path)).status(), path).toBe(404)
  for (const [path, canonical] of [
    ['/de/', '/de'],
    ['/DE/cart?a=1', '/de/cart?a=1'],
    ['/en/cart', '/cart'],
    ['/EN', '/'],
  ] as const) {
    const moved = await request.get(path, { maxRedirects: 0 })
    expect([moved.status(), moved.headers()['location']], path).toEqual([308, canonical])
  }
})

test('a German page shows German titles, and names the language of English ones', async ({ page }) => {
  await page.goto('/de/p/morning-mug-with-a-wide-handle')
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toHaveText('Morgenbecher mit breitem Henkel')
  await expect(title).not.toHaveAttribute('lang')
  await expect(page.getByText('Spülmaschine und Mikrowelle')).toBeVisible()

  await page.goto('/de/p/resoleable-hiking-boots')
  await expect(title).toHaveText('Resoleable hiking boots')
  await expect(title).toHaveAttribute('lang', 'en')
  await expect(page.locator('title')).toHaveAttribute('lang', 'en')
  await page.goto('/p/resoleable-hiking-boots')
  await expect(title).not.toHaveAttribute('lang')
})

test('a search without results says so in German, and shows what is popular', async ({ page }) => {
  await page.goto('/de/search?q=zzzzqqqq')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keine Ergebnisse für „zzzzqqqq“')
  await expect(page.getByRole('heading', { name: 'Beliebte Produkte' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
})

test('a refused form without scripts comes back in its language', async ({ browser }) => {
  const plain = await browser.newPage({ javaScriptEnabled: false })
  await plain.goto('/de/order-lookup')
  await plain.locator('main form button').first().click()
  await expect(plain).toHaveURL(/\/de\/order-lookup/)
  await expect(plain.getByRole('main').getByRole('alert')).toContainText('Gib die Bestellnummer ein.')
  await plain.close()
})

test('a page in Arabic is mirrored, and English where words are missing', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/ar', { waitUntil: 'networkidle' })
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('متاجر صغيرة')
  await expect(page.getByText('Hand-picked from every shop.')).toBeVisible()
  expect(await overflow(page)).toBe(0)
  const logo = await page.locator('header a').first().boundingBox()
  expect(logo?.x, 'the logo is on the right').toBeGreaterThan(195)
  expect(await violationsOf(page)).toEqual([])
})

test('a page that is not found says so in German', async ({ page, complaints }) => {
  await page.goto('/de/no-such-page')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Seite nicht gefunden')
  forgive(complaints, 404)
})
