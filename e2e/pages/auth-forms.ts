import { randomUUID } from 'node:crypto'

import { expect, type Page } from '@playwright/test'

import { say } from '../fixtures/say.ts'

const password = 'a long enough password'

/** Returns what finds a text of the account's pages in the language of the page, by its English. */
const text = (page: Page, english: string) => say(page, 'mfe-profile', english)

/** Registers a new account for a test. */
export async function signUp(page: Page): Promise<void> {
  await page.goto('/sign-up?returnTo=/account', { waitUntil: 'networkidle' })
  await page.getByLabel(text(page, 'Name')).fill('Grace Hopper')
  await page.getByLabel(text(page, 'E-mail')).fill(`${randomUUID()}@example.test`)
  await page.getByLabel(text(page, 'Password')).fill(password)
  await page.getByRole('main').getByRole('button').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text(page, 'Hello, {name}'))
}

/** Signs in and goes to `path`. */
export async function signIn(page: Page, email: string, secret: string, path: string): Promise<void> {
  await page.goto(`/sign-in?returnTo=${path}`, { waitUntil: 'networkidle' })
  await page.getByLabel(text(page, 'E-mail')).fill(email)
  await page.getByLabel(text(page, 'Password')).fill(secret)
  await page
    .getByRole('main')
    .getByRole('button', { name: text(page, 'Sign in') })
    .click()
  await expect(page).not.toHaveURL(/sign-in/)
}
