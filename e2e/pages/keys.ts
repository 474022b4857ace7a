import { expect, type Locator, type Page } from '@playwright/test'

/** Operates a page by keyboard alone and checks at each step that the focus is visible. */
export function keysOf(page: Page) {
  const press = (key: string) => page.keyboard.press(key)

  /** Presses Tab until `target` has the focus; fails after too many presses. */
  async function reach(target: Locator, what: string): Promise<void> {
    await expect(target, what).toBeVisible()
    for (let steps = 0; steps < 150; steps++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await press('Tab')
      // Waits for smooth scrolling.
      await expect.poll(() => focusedAndUnseen(page), 'what has the focus shows it').toBeUndefined()
    }
    throw new Error(`Tab does not lead to ${what}`)
  }

  const follow = async (target: Locator, what: string) => {
    await reach(target, what)
    await press('Enter')
  }
  const type = async (target: Locator, text: string) => {
    await reach(target, text)
    await page.keyboard.type(text)
  }
  return { press, reach, follow, type }
}

/** Returns the focused element when it has no outline, is out of sight or is covered; undefined otherwise. */
function focusedAndUnseen(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return undefined
    const isOutlined = (element: Element, pseudo?: string) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element, pseudo)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0
    }
    const around = [focused, focused.parentElement, focused.parentElement?.parentElement]
    const outlined =
      isOutlined(focused, '::after') || around.some((element) => element && isOutlined(element))
    const { x, y, width, height } = focused.getBoundingClientRect()
    const there = document.elementFromPoint(x + width / 2, y + height / 2)
    const inSight = there && (focused.contains(there) || there.contains(focused))
    if (outlined && inSight) return undefined
    return `${outlined ? 'covered or out of sight' : 'no outline'}: ${focused.outerHTML.slice(0, 300)}`
  })
}
