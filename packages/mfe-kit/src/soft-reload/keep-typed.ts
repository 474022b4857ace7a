import { isChoice, typedFields } from './kept.ts'
import type { Field, Kept } from './kept.ts'

/** Returns the input in the fields, by default the document's, and the document's focus and scroll position. */
export function keepTyped(of?: Iterable<Field>): Kept {
  const fields = typedFields(of)
  const focused = fields.findIndex(({ field }) => field === document.activeElement)
  return {
    fields: fields.map(({ key, nth, field }) => ({
      key,
      nth,
      value: field.value,
      checked: isChoice(field) ? field.checked : undefined,
    })),
    focused: focused < 0 ? undefined : { field: focused, selection: selectionOf(fields[focused]?.field) },
    scrollY,
  }
}

/** Returns the selection; undefined for fields without one, such as e-mail. */
function selectionOf(field: Field | undefined): [number, number] | undefined {
  if (!field || field instanceof HTMLSelectElement) return undefined
  const { selectionStart, selectionEnd } = field
  return selectionStart === null || selectionEnd === null ? undefined : [selectionStart, selectionEnd]
}
