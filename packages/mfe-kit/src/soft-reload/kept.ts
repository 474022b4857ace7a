import { splitLocale } from '@mallhive/contracts/locales'

/** The input of a document. */
export interface Kept {
  fields: KeptField[]
  /** Index of the focused field, and its selection. */
  focused?: { field: number; selection?: [start: number, end: number] }
  scrollY: number
}

export interface KeptField {
  key: string
  /** Index among the fields with this key. */
  nth: number
  /** Absent when only the focus is to be restored. */
  value?: string
  /** Only for checkboxes and radio buttons. */
  checked?: boolean
}

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const notTyped = new Set(['hidden', 'submit', 'button', 'reset', 'image', 'file', 'password'])
const secret = /passw|secret|token|card|cvc|cvv|iban/i
const secretPurpose = /\b(cc-|one-time-code|current-password|new-password)/

/** Returns the fields, by default the document's, without those that have no name or must not be stored: passwords, cards, files. */
export function typedFields(
  fields: Iterable<Field> = document.querySelectorAll<Field>('input, textarea, select'),
): { key: string; nth: number; field: Field }[] {
  const counts = new Map<string, number>()
  return [...fields].filter(isKept).map((field) => {
    const key = keyOf(field)
    const nth = counts.get(key) ?? 0
    counts.set(key, nth + 1)
    return { key, nth, field }
  })
}

/** Whether the field is a checkbox or a radio button. */
export const isChoice = (field: Field): field is HTMLInputElement =>
  field.type === 'checkbox' || field.type === 'radio'

function isKept(field: Field): boolean {
  const { type, name, id, autocomplete } = field
  const isNamed = name !== '' || id !== ''
  return isNamed && !notTyped.has(type) && !secret.test(name) && !secretPurpose.test(autocomplete)
}

/** Returns a key of a field that is stable across releases and languages: from its form and name, not from its place on the page. */
function keyOf(field: Field): string {
  const { form, type, name, id, value } = field
  const own = form?.querySelector<HTMLInputElement>('input[name="_form"]')?.value
  const of = own ?? splitLocale(form?.getAttribute('action') ?? '').path
  return [of, type, name || id, isChoice(field) ? value : ''].join(' ')
}
