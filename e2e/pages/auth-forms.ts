import { randomUUID } from 'node:crypto'

import { expect, type Page } from '@playwright/test'

const password = 'a long enough password'

/** Registers a new account for a test. */
export async function signUp(page: Page): Promise<void> {
  await page.goto('/sign-up?returnTo=/account', { waitUntil: 'networkidle' })
  await page.getByLabel('Name').fill('Grace Hopper')
  await page.getByLabel('E-mail').fill(`${randomUUID()}@example.test`)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('main').getByRole('button').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello, Grace Hopper')
}

/** Signs in and goes to `path`. */
export async function signIn(page: Page, email: string, secret: string, path: string): Promise<void> {
  await page.goto(`/sign-in?returnTo=${path}`, { waitUntil: 'networkidle' })
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(secret)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}
