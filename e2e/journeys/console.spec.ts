import type { Page } from '@playwright/test'

import { expect, test } from '../fixtures/pinned.ts'
import { forgive } from '../fixtures/test.ts'
import { violationsOf } from '../fixtures/violations.ts'

test('staff make a release a canary, see it and roll it back, with the keyboard alone on a phone', async ({
  page,
  team,
}) => {
  const { version } = await team.publishNext('seller')
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'admin')
  await page.goto('/_mall')
  const panel = page.locator('#seller')

  await unfold(page, 'Promote seller…')
  await panel.getByLabel('Version', { exact: true }).selectOption(version)
  await panel.getByLabel('For', { exact: true }).selectOption('10')
  await press(page, panel.getByLabel('Reason').first(), 'seen by the console’s test')
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(`seller ${version} is live for 10 %.`)
  await expect(panel.getByLabel(`Share of shoppers with ${version}`)).toHaveAttribute('value', '10')
  await expect.poll(() => liveOf(page, 'seller')).toMatchObject({ canary: version, percent: 10 })

  await unfold(page, 'Roll seller back…')
  await press(page, panel.getByLabel('Reason').last(), 'and enough')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('is back to')
  await unfold(page, 'History')
  const rolledBack = panel.getByRole('row', { name: /rollback .* staff-[0-9a-f]{8} and enough/ })
  await expect(rolledBack.first()).toBeVisible()
  await expect(
    panel.getByRole('row', { name: new RegExp(`canary ${version} at 10 % .*console’s test`) }),
  ).toBeVisible()

  expect(await violationsOf(page)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})

test('the console opens a preview, also when the sign-in led to it', async ({ page, team }) => {
  const { version } = await team.publishNext('seller')
  await signIn(page, 'admin', '/sign-in?returnTo=/_mall')
  await expect(page).toHaveURL(/\/_mall$/)
  await unfold(page, 'Preview seller…')
  await page.locator('#seller').getByLabel('Version to preview').selectOption(version)
  await page.locator('#seller').getByRole('button', { name: 'Open the preview' }).click()
  await expect(page).toHaveURL(/^http:\/\/preview\.localhost:\d+\//)
})

test('only staff see the console and change what is live', async ({ page, request, baseURL, complaints }) => {
  expect((await page.goto('/_mall'))?.status()).toBe(401)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Release console')
  await signIn(page, 'shopper')
  expect((await page.goto('/_mall'))?.status()).toBe(403)

  forgive(complaints, 401)
  forgive(complaints, 403)

  const form = { name: 'seller', why: 'because I can' }
  const asked = (headers: Record<string, string>) =>
    request.post('/_mall/desk/rollback', { form, headers, maxRedirects: 0 })
  expect((await asked({ origin: 'https://evil.example' })).status()).toBe(403)
  expect((await asked({ origin: new URL(baseURL ?? '').origin })).status()).toBe(401)
})

test('metrics and health of the shell are not public', async ({ request }) => {
  const paths = {
    '/metrics': 404,
    '/metrics/': 404,
    '/m%65trics': 400,
    '/_mall/metrics': 404,
    '/readyz': 404,
  }
  for (const [path, status] of Object.entries(paths)) {
    const answer = await request.get(path)
    expect([path, answer.status()]).toEqual([path, status])
    expect(await answer.text()).not.toContain('mall_release_info')
  }
})

async function signIn(page: Page, who: string, path = '/sign-in'): Promise<void> {
  await page.goto(path)
  await page.getByLabel('E-mail').fill(`${who}@mallhive.test`)
  await page.getByLabel('Password').fill('mallhive-demo')
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

async function unfold(page: Page, label: string): Promise<void> {
  await page.locator('#seller summary', { hasText: label }).focus()
  await page.keyboard.press('Enter')
}

async function press(page: Page, field: ReturnType<Page['getByLabel']>, text: string): Promise<void> {
  await field.focus()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

async function liveOf(page: Page, name: string): Promise<unknown> {
  const { live } = await (await page.request.get('/_mall/status.json')).json()
  return live.find((it: { name: string }) => it.name === name)
}
