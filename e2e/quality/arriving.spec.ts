import type { Page } from '@playwright/test'

import { expect, test } from '../fixtures/test.ts'
import { publicPages } from './pages.ts'

const pages = { ...publicPages, 'category with shelves': async () => '/c/kitchen' }

for (const [name, open] of Object.entries(pages)) {
  for (const width of [1280, 390]) {
    test(`${name}, ${width} px wide: received content does not move while the rest arrives`, async ({
      browser,
    }) => {
      const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width, height: 900 } })
      await page.goto(await open())
      await expect(page.getByRole('main')).not.toBeEmpty()
      expect(await shiftsWhileArriving(page)).toEqual([])
      await page.close()
    })
  }
}

/** Removes a page from its end, one element at a time, and returns the remaining elements that move. */
async function shiftsWhileArriving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** Elements that the browser's layout shift measure ignores as well. */
    const unseenPx = 3
    const all = [...document.body.querySelectorAll('*')]
    const places = all.map((element) => element.getBoundingClientRect())
    const shifts = new Map<string, string>()
    for (let left = all.length - 1; left > 0; left--) {
      while (all[left]?.nextSibling) all[left]?.nextSibling?.remove()
      all[left]?.remove()
      compare(all.slice(0, left))
    }
    return [...shifts.values()]

    function compare(arrived: Element[]) {
      const unfinished: Element[] = []
      for (let at = arrived.at(-1) ?? null; at; at = at.parentElement) unfinished.push(at)
      // Inline elements and form controls are removed with their parent.
      const beingWritten = unfinished.filter((it) => it.matches('a, button, p, h1, h2, h3, form'))
      for (const [at, element] of arrived.entries()) {
        const [now, then] = [element.getBoundingClientRect(), places[at]]
        const stands = !beingWritten.some((words) => words.contains(element))
        if (!stands || !then || now.width * now.height <= 1) continue
        const shift = Math.max(Math.abs(now.left - then.left), Math.abs(now.top - then.top))
        if (shift < unseenPx) continue
        const team = element.closest('[data-remote]')?.getAttribute('data-remote') ?? 'the shell'
        const tag = `<${element.tagName.toLowerCase()} class="${element.getAttribute('class')}">`
        const [from, to] = [now, then].map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`)
        const what = `${team} ${tag} ${element.textContent.trim().slice(0, 30)}`
        shifts.set(what, `${what}: ${from} → ${to}`)
      }
    }
  })
}
