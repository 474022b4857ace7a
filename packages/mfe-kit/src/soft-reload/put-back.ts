import { awakeAttribute } from '../remote.tsx'
import { fill } from './fill.ts'
import { typedFields } from './kept.ts'
import type { Field, Kept, KeptField } from './kept.ts'

/** Time limit for the remotes to hydrate. */
const patienceMs = 15_000

/**
 * Fills in each field once the remote around it is hydrated: before that, no handler would receive the event. Fields
 * that the person has edited meanwhile are left alone. Resolves with the number of non-empty fields that could not be
 * restored.
 */
export async function putBack({ fields, focused }: Pick<Kept, 'fields' | 'focused'>): Promise<number> {
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

const heldSomething = ({ value, checked }: KeptField) => value !== undefined && (checked ?? value !== '')
