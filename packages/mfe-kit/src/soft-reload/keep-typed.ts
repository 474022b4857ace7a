import { edited } from './edited.ts'
import { isChoice, typedFields } from './kept.ts'
import type { Field, Kept } from './kept.ts'

/** Returns what was entered into the fields, by default the document's, and the document's focus and scroll position. */
export function keepTyped(of?: Iterable<Field>): Kept {
  const isFocused = (field: Field) => field === document.activeElement
  const fields = typedFields(of).filter(({ field }) => isEdited(field) || isFocused(field))
  const focused = fields.findIndex(({ field }) => isFocused(field))
  return {
    fields: fields.map(({ key, nth, field }) => ({
      key,
      nth,
      value: isEdited(field) ? field.value : undefined,
      checked: isChoice(field) ? field.checked : undefined,
    })),
    focused: focused < 0 ? undefined : { field: focused, selection: selectionOf(fields[focused]?.field) },
    scrollY,
  }
}

/**
 * Whether the field holds something else than its document said: the value of any other field is not the person's, and older than
 * that of the next document. Steppers, and input before hydration, show by the value alone.
 */
function isEdited(field: Field): boolean {
  if (edited.has(field)) return true
  if (!(field instanceof HTMLSelectElement))
    return isChoice(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue
  const first = [...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0]
  return first?.selected === false
}

/** Returns the selection; undefined for fields without one, such as e-mail. */
function selectionOf(field: Field | undefined): [number, number] | undefined {
  if (!field || field instanceof HTMLSelectElement) return undefined
  const { selectionStart, selectionEnd } = field
  return selectionStart === null || selectionEnd === null ? undefined : [selectionStart, selectionEnd]
}
