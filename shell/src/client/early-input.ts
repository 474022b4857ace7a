/**
 * Handles input before hydration and while an input method composes text: a key in `aria-keyshortcuts` focuses its control at
 * once, and a click on a button that needs scripts is repeated when its remote is awake. Forms and links work without it.
 * Keys of a composition reach no control: arrows choose among its candidates, and the Enter key that accepts it submits no form.
 * Safari sends that one after the composition has ended, with key code 229.
 *
 * The source text of this function is inlined into the page, so it must not refer to anything outside of itself.
 */
export function earlyInput(): void {
  const pressed = new Set<HTMLElement>()

  function isTyping(target: EventTarget | null): boolean {
    return (
      target instanceof HTMLElement &&
      (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
    )
  }
  const isAsleep = (button: HTMLElement) => button.closest('mall-remote:not([data-awake])') !== null

  addEventListener(
    'keydown',
    (event) => {
      if (!event.isComposing && event.keyCode !== 229) return
      event.stopPropagation()
      if (event.key === 'Enter') event.preventDefault()
    },
    true,
  )
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target))
      return
    const control = document.querySelector(`[aria-keyshortcuts="${CSS.escape(event.key)}"]`)
    if (!(control instanceof HTMLElement)) return
    event.preventDefault()
    control.focus()
  })
  document.addEventListener(
    'click',
    ({ target }) => {
      const button = target instanceof Element ? target.closest('button[type="button"]') : null
      if (button instanceof HTMLElement && isAsleep(button)) pressed.add(button)
    },
    true,
  )
  new MutationObserver(() => {
    for (const button of pressed) {
      if (button.isConnected && isAsleep(button)) continue
      pressed.delete(button)
      if (button.isConnected) button.click()
    }
  }).observe(document, { subtree: true, attributeFilter: ['data-awake'] })
}
