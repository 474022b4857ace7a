export interface Kept {
  path: string
  fields: KeptField[]
  /** Index of the field that had the focus, and what was selected in it. */
  focused?: { field: number; selection?: [start: number, end: number] }
  scrollY: number
}

export interface KeptField {
  key: string
  /** Which of several fields with this key. */
  nth: number
  value: string
  /** Of checkboxes and radio buttons. */
  checked?: boolean
}

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const notTyped = new Set(['hidden', 'submit', 'button', 'reset', 'image', 'file', 'password'])
const secret = /passw|secret|token|card|cvc|cvv|iban/i
const secretPurpose = /\b(cc-|one-time-code|current-password|new-password)/

/** The document's fields, without those that no storage may hold: passwords, cards, files. */
export function typedFields(): { key: string; nth: number; field: Field }[] {
  const counts = new Map<string, number>()
  return [...document.querySelectorAll<Field>('input, textarea, select')].filter(isKept).map((field) => {
    const key = keyOf(field)
    const nth = counts.get(key) ?? 0
    counts.set(key, nth + 1)
    return { key, nth, field }
  })
}

export const isChoice = (field: Field): field is HTMLInputElement =>
  field.type === 'checkbox' || field.type === 'radio'

function isKept(field: Field): boolean {
  return !notTyped.has(field.type) && !secret.test(field.name) && !secretPurpose.test(field.autocomplete)
}

/** What a field is called, in the next release too: by its form and name, never by its place on the page. */
function keyOf(field: Field): string {
  const { form, type, name, id, value } = field
  const own = form?.querySelector<HTMLInputElement>('input[name="_form"]')?.value
  const of = own ?? form?.getAttribute('action') ?? ''
  return [of, type, name || id || field.getAttribute('aria-label'), isChoice(field) ? value : ''].join(' ')
}
