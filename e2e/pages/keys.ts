import { expect, type Locator, type Page } from '@playwright/test'

/** A person with a keyboard and nothing else. What they reach shows that it has the focus, each step of the way. */
export function keysOf(page: Page) {
  const press = (key: string) => page.keyboard.press(key)

  /** Goes on by Tab until the focus is on `target`; fails after too many presses. */
  async function reach(target: Locator, what: string): Promise<void> {
    await expect(target, what).toBeVisible()
    for (let steps = 0; steps < 150; steps++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await press('Tab')
      // The page may scroll there smoothly.
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

/** What has the focus without an outline on it or around it, out of sight or covered; undefined when all is well. */
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
