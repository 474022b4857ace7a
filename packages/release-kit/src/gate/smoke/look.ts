import { existsSync } from 'node:fs'
import { passHeader } from '@mallhive/release-runtime/preview/visitor'
import type { Browser, Page } from '@playwright/test'
import { CannotCheck } from '../refusal.ts'

const debian = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path))
const waitMs = 30_000

/**
 * Launches a Chromium: MALL_CHROMIUM, Debian's, or the one that Playwright downloaded.
 * @throws CannotCheck without one
 */
export async function openBrowser(): Promise<Browser> {
  const { chromium } = await import('@playwright/test')
  const own = process.env['MALL_CHROMIUM'] ?? debian
  const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update']
  try {
    return await chromium.launch({ executablePath: own, args })
  } catch {
    throw new CannotCheck(
      'there is no Chromium here: `npx playwright install chromium`, or set MALL_CHROMIUM',
    )
  }
}

export interface Look {
  /** Whether the page showed the release. */
  shown: boolean
  problems: string[]
}

/**
 * Opens one page and waits until it is idle; returns its problems: console errors, HTTP status, accessibility
 * violations.
 */
export async function look(
  browser: Browser,
  url: URL,
  { name, version, pin, pass }: { name: string; version: string; pin?: string; pass?: string },
): Promise<Look> {
  const headers = { ...(pin && { 'x-mall-pin': pin }), ...(pass && { [passHeader]: pass }) }
  const context = await browser.newContext({ extraHTTPHeaders: headers })
  const problems: string[] = []
  try {
    const page = await context.newPage()
    watch(page, problems)
    const response = await page.goto(url.href, { waitUntil: 'networkidle', timeout: waitMs })
    const status = response?.status() ?? 0
    if (status >= 500) problems.push(`the server answers ${status}`)
    const own = `mall-remote[data-remote^="${name}/"]`
    const shown = (await page.locator(`${own}[data-version="${version}"]`).count()) > 0
    if ((await page.locator(own).count()) > 0) problems.push(...(await violations(page, own)))
    return { shown, problems }
  } catch (error) {
    const [first] = String(error).split('\n')
    return { shown: true, problems: [...problems, `it can’t be opened: ${first}`] }
  } finally {
    await context.close()
  }
}

function watch(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  page.on('pageerror', ({ message }) => problems.push(`uncaught: ${message}`))
}

async function violations(page: Page, within: string): Promise<string[]> {
  const { AxeBuilder } = await import('@axe-core/playwright')
  // Legacy mode skips frames of other origins and needs no second page for the results: half the time.
  const axe = new AxeBuilder({ page }).include(within).setLegacyMode()
  const found = await axe.options({ resultTypes: ['violations'] }).analyze()
  return found.violations.map(({ id, help, nodes }) => `accessibility: ${help} (${id}): ${nodes[0]?.html}`)
}
