import type { Page } from '@playwright/test'

import { test } from '../fixtures/own-team.ts'
import type { Releases } from '../fixtures/releases.ts'
import { expect } from '../fixtures/test.ts'
import { findProduct } from '../pages/shop.ts'

for (const [fault, bytes] of [
  ['altered after it was published', 'module.exports = {}'],
  ['missing', undefined],
] as const) {
  test(`server code that is ${fault} is not run: the last good version serves until it heals`, async ({
    page,
    team,
  }) => {
    const good = await team.live('home')
    const next = await team.publishNext('home')
    const heal = await team.spoil(next, next.ssr, bytes)
    await team.promote(next)
    await expect
      .poll(() => failing(page))
      .toContainEqual(expect.objectContaining({ name: 'home', version: next.version }))
    expect(await homeVersion(page)).toBe(good)

    await heal()
    await expect.poll(() => homeVersion(page), { timeout: 20_000 }).toBe(next.version)
    expect(await failing(page)).toEqual([])
    await backTo(page, team, good)
  })
}

test('server code that throws as it starts never goes live, and its team reads why', async ({
  page,
  team,
}) => {
  const good = await team.live('home')
  const next = await team.publishNext('home', (code, file) =>
    file.startsWith('ssr/') ? `throw new Error('no home today');${code}` : code,
  )
  await team.promote(next)
  await expect
    .poll(() => failing(page))
    .toContainEqual(expect.objectContaining({ name: 'home', message: 'no home today' }))
  expect(await homeVersion(page)).toBe(good)
  await backTo(page, team, good)
  await expect.poll(() => failing(page)).toEqual([])
})

test('a shell that starts without the server code of a team lets the browser show its pages', async ({
  page,
  mall,
  team,
  complaints,
}) => {
  const good = await team.live('home')
  const next = await team.publishNext('home')
  await team.promote(next)
  const heal = await team.spoil(next, next.ssr)
  await mall.restart('shell')
  const response = await page.goto('/')
  expect(response?.status()).toBe(200)
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
  expect(complaints).toEqual([])

  await heal()
  await expect.poll(async () => (await page.request.get('/')).text(), { timeout: 20_000 }).toContain('<h1')
  await backTo(page, team, good)
})

test('a fragment that throws costs its own box only', async ({ page, team, complaints }) => {
  const good = await team.live('home')
  const words = 'A mall of small shops. Nobody here sells everything, and that is the point.'
  const next = await team.publishNext('home', (code) =>
    code.replaceAll(`"${words}"`, '(()=>{throw new Error("the footer broke")})()'),
  )
  await team.promote(next)
  await expect.poll(() => homeVersion(page)).toBe(next.version)

  const response = await page.goto('/')
  expect(response?.status()).toBe(200)
  await expect.poll(() => complaints.join()).toContain('the footer broke')
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Halls' }).getByRole('link').first()).toBeVisible()
  await expect(page.getByRole('contentinfo')).toBeVisible()
  await expect(page.getByText(words)).toHaveCount(0)
  await findProduct(page)
  complaints.length = 0

  await backTo(page, team, good)
  await page.goto('/')
  await expect(page.getByText(words)).toBeVisible()
})

test('a browser that cannot load a team’s code keeps the server’s HTML, and wakes it up when it can', async ({
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
  await expect(page.getByText('It’s in your cart')).toBeVisible()
  complaints.length = 0
})

for (const [what, files] of [
  ['entry', /\/mfe\/cart\/[^/]+\/web\/remoteEntry\.js/],
  ['chunk', /\/mfe\/cart\/[^/]+\/web\/(?!remoteEntry)[^/]+\.js/],
] as const) {
  test(`a tampered ${what} is not executed, and the server’s HTML stays`, async ({ page, complaints }) => {
    await findProduct(page)
    await page.route(files, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: `globalThis.tampered = true;${await response.text()}` })
    })
    await page.reload()
    await expect.poll(() => complaints.join(), { message: 'the browser refuses it' }).toMatch(/integrity/i)
    await expect(page.getByRole('button', { name: 'Add to cart' })).toBeVisible()
    expect(await page.evaluate(() => 'tampered' in globalThis)).toBe(false)
    expect(await isAwake(page)).toBe(false)
    complaints.length = 0
  })
}

async function failing(page: Page): Promise<unknown> {
  const status = await (await page.request.get('/_mall/status.json')).json()
  return status.failing
}

/** Which release of home the server shows the front page with. */
async function homeVersion(page: Page): Promise<string | undefined> {
  const html = await (await page.request.get('/')).text()
  return /data-remote="home\/home-page" data-version="([^"]+)"/.exec(html)?.[1]
}

async function backTo(page: Page, team: Releases, version: string): Promise<void> {
  await team.rollback('home')
  await expect.poll(() => homeVersion(page)).toBe(version)
}

/** Whether React has taken over the button: a click does more than the form alone would. */
function isAwake(page: Page): Promise<boolean> {
  const button = page.getByRole('button', { name: 'Add to cart' })
  return button.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactProps')))
}
