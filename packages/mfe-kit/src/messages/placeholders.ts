import { isNumberSkeleton, TYPE } from '@formatjs/icu-messageformat-parser'
import type {
  LiteralElement,
  MessageFormatElement,
  NumberElement,
  PoundElement,
} from '@formatjs/icu-messageformat-parser'

/** What a message does with a value: a formatted one needs that type, a plural a number, a tag a function. */
export type Placeholder =
  | 'text'
  | 'number'
  | 'percent'
  | 'date'
  | 'time'
  | 'plural'
  | 'ordinal'
  | 'select'
  | 'tag'

const kinds = {
  [TYPE.argument]: 'text',
  [TYPE.number]: 'number',
  [TYPE.date]: 'date',
  [TYPE.time]: 'time',
  [TYPE.select]: 'select',
  [TYPE.tag]: 'tag',
} as const

/** Returns the placeholders of a message. A value may be used several times: as text, and to choose a plural. */
export function placeholdersOf(elements: MessageFormatElement[]): Map<string, Set<Placeholder>> {
  const found = new Map<string, Set<Placeholder>>()

  function collect(parts: MessageFormatElement[]): void {
    for (const part of parts) {
      if (part.type === TYPE.literal || part.type === TYPE.pound) continue
      found.set(part.value, (found.get(part.value) ?? new Set()).add(kindOf(part)))
      if (part.type === TYPE.tag) collect(part.children)
      if (part.type === TYPE.plural || part.type === TYPE.select)
        for (const { value } of Object.values(part.options)) collect(value)
    }
  }

  collect(elements)
  return found
}

function kindOf(part: Exclude<MessageFormatElement, LiteralElement | PoundElement>): Placeholder {
  if (part.type === TYPE.plural) return part.pluralType === 'ordinal' ? 'ordinal' : 'plural'
  // 0.2 without a per cent sign is another number than 20 %.
  return part.type === TYPE.number && isPercent(part) ? 'percent' : kinds[part.type]
}

function isPercent({ style }: NumberElement): boolean {
  return style === 'percent' || (isNumberSkeleton(style) && style.parsedOptions.style === 'percent')
}

/**
 * Returns in words how a translation uses other placeholders than the default locale's message, or undefined. A number
 * may be formatted, be plain text or choose a plural, because languages differ in that.
 */
export function differenceOf(
  original: MessageFormatElement[],
  translation: MessageFormatElement[],
): string | undefined {
  const before = placeholdersOf(original)
  const after = placeholdersOf(translation)
  for (const name of before.keys()) if (!after.has(name)) return `it lacks {${name}}`
  for (const [name, uses] of after) {
    const known = before.get(name)
    if (!known) return `it has {${name}}, which the original has not`
    const other = [...uses].find((use) => !mayBe(use, known))
    if (other) return `{${name}} is a ${other}, and a ${[...known].join(' and ')} in the original`
  }
  return (
    only(optionsOf(translation), optionsOf(original), 'it has the option %, which the original has not') ??
    only(optionsOf(original), optionsOf(translation), 'it lacks the option %') ??
    only(formatsOf(translation), formatsOf(original), 'it formats %, and the original does not') ??
    only(formatsOf(original), formatsOf(translation), 'it does not format %') ??
    only(saidByOther(original), saidByOther(translation), 'its form for "other" lacks {%}') ??
    only(emptyTags(translation), emptyTags(original), '<%> has no text')
  )
}

/** Returns the problem of the first member of `found` that `known` does not have. */
function only(found: Set<string>, known: Set<string>, problem: string): string | undefined {
  const first = [...found].find((each) => !known.has(each))
  return first === undefined ? undefined : problem.replace('%', first)
}

/** Returns the formats by which another number is read than the one that is given: `n as currency EUR`, `n less 1`. */
function formatsOf(elements: MessageFormatElement[]): Set<string> {
  return new Set(
    elements.flatMap((part) => {
      if (part.type === TYPE.tag) return [...formatsOf(part.children)]
      if (part.type === TYPE.number) return numberFormats(part).map((format) => `${part.value} as ${format}`)
      if (part.type !== TYPE.plural && part.type !== TYPE.select) return []
      const inner = Object.values(part.options).flatMap(({ value }) => [...formatsOf(value)])
      return part.type === TYPE.plural && part.offset > 0
        ? [`${part.value} less ${part.offset}`, ...inner]
        : inner
    }),
  )
}

function numberFormats({ style }: NumberElement): string[] {
  if (!isNumberSkeleton(style)) return []
  const { currency, unit, scale, notation } = style.parsedOptions
  const read = { currency, unit, scale, notation: notation === 'standard' ? undefined : notation }
  return Object.entries(read).flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`]))
}

/** Returns the names of tags around no text. */
function emptyTags(elements: MessageFormatElement[]): Set<string> {
  return new Set(
    elements.flatMap((part) => {
      if (part.type === TYPE.plural || part.type === TYPE.select)
        return Object.values(part.options).flatMap(({ value }) => [...emptyTags(value)])
      if (part.type !== TYPE.tag) return []
      const isEmpty = part.children.every((child) => child.type === TYPE.literal && child.value.trim() === '')
      return isEmpty ? [part.value] : [...emptyTags(part.children)]
    }),
  )
}

/** Returns the options of each choice by a text, as `state: open`: they are the code's words, which are not translated. */
function optionsOf(elements: MessageFormatElement[]): Set<string> {
  return new Set(
    elements.flatMap((part) => {
      if (part.type === TYPE.tag) return [...optionsOf(part.children)]
      if (part.type !== TYPE.select && part.type !== TYPE.plural) return []
      const inner = Object.values(part.options).flatMap(({ value }) => [...optionsOf(value)])
      return part.type === TYPE.select
        ? [...Object.keys(part.options).map((option) => `${part.value}: ${option}`), ...inner]
        : inner
    }),
  )
}

/**
 * Returns what a message says in its form for "other", which each choice has. Numbers are left out: a language may say "many"
 * instead.
 */
function saidByOther(elements: MessageFormatElement[]): Set<string> {
  return new Set(
    elements.flatMap((part) => {
      if (part.type === TYPE.literal || part.type === TYPE.pound || part.type === TYPE.number) return []
      if (part.type === TYPE.plural || part.type === TYPE.select)
        return [...saidByOther(part.options['other']?.value ?? [])]
      return [part.value, ...(part.type === TYPE.tag ? saidByOther(part.children) : [])]
    }),
  )
}

function mayBe(use: Placeholder, known: Set<Placeholder>): boolean {
  if (known.has(use)) return true
  const isNumber = known.has('plural') || known.has('number')
  return isNumber && (use === 'text' || use === 'number' || use === 'plural')
}
