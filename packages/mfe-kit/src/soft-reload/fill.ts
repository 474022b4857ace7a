import { isChoice } from './kept.ts'
import type { Field, KeptField } from './kept.ts'

/**
 * Enters a value like user input, so that React handles the event. React ignores events without a change of the value
 * it tracks, and tracks through the field's own setter; the prototype's setter bypasses it.
 */
export function fill(field: Field, { value, checked }: KeptField): void {
  if (value === undefined) return
  if (isChoice(field)) choose(field, checked === true)
  else if (field instanceof HTMLSelectElement) select(field, value)
  else if (field.value !== value || field.defaultValue !== value) type(field, value)
}

function choose(field: HTMLInputElement, checked: boolean): void {
  const same = field.checked === checked && field.defaultChecked === checked
  if (same || (field.type === 'radio' && !checked)) return
  field.checked = !checked
  field.click()
}

function select(field: HTMLSelectElement, value: string): void {
  if (field.value === value && field.selectedOptions[0]?.defaultSelected === true) return
  if ([...field.options].every((option) => option.value !== value)) return
  field.value = value
  announce(field)
}

function type(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  field.value = `${value} `
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  announce(field)
}

function announce(field: Field): void {
  for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }))
}
