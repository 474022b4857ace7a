import { awakeAttribute } from '../remote.tsx'
import { fill } from './fill.ts'
import { typedFields } from './kept.ts'
import type { Field, Kept, KeptField } from './kept.ts'

/** Remotes that are not awake by then may stay asleep. */
const patienceMs = 15_000

/**
 * Fills in every field as soon as the remote around it is awake: before that, nobody would hear of it. What the person
 * touched in the meantime is theirs. Answers how many fields that held something found no place.
 */
export async function putBack({ fields, focused, scrollY }: Kept): Promise<number> {
  const { promise: done, resolve } = Promise.withResolvers<void>()
  const touched = new Set<EventTarget | null>()
  const onInput = (event: Event) => void (event.isTrusted && touched.add(event.target))
  const waiting = new Map(fields.entries())

  function attempt() {
    const present = typedFields()
    for (const [index, kept] of waiting) {
      const field = present.find(({ key, nth }) => key === kept.key && nth === kept.nth)?.field
      if (!field || !isAwake(field)) continue
      waiting.delete(index)
      if (!touched.has(field)) fill(field, kept)
      if (index === focused?.field) focus(field, focused.selection)
    }
    if (waiting.size === 0) resolve()
  }

  // What the browser scrolled to by itself was measured before the page was whole.
  scrollTo({ top: scrollY, behavior: 'instant' })
  const observer = new MutationObserver(attempt)
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: [awakeAttribute] })
  document.addEventListener('input', onInput, true)
  const timer = setTimeout(resolve, patienceMs)
  attempt()
  await done
  clearTimeout(timer)
  observer.disconnect()
  document.removeEventListener('input', onInput, true)
  return [...waiting.values()].filter(heldSomething).length
}

function isAwake(field: Field): boolean {
  const remote = field.closest('mall-remote')
  return !remote || remote.hasAttribute(awakeAttribute)
}

function focus(field: Field, selection?: [number, number]): void {
  if (document.activeElement !== document.body) return
  field.focus({ preventScroll: true })
  if (selection && !(field instanceof HTMLSelectElement)) field.setSelectionRange(...selection)
}

const heldSomething = ({ value, checked }: KeptField) => checked ?? value !== ''
