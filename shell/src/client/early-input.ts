/**
 * Keeps what a person presses before scripts have taken over a part of the page: a key in `aria-keyshortcuts` focuses its
 * control at once, and a click on a button that only scripts give an effect is repeated once when its remote is awake.
 * Forms and links need nothing: browsers submit and follow them.
 *
 * Runs inline, as the text of this function, so it must not refer to anything outside of itself.
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
