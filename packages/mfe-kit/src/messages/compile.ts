import { TYPE, isDateTimeSkeleton, isNumberSkeleton, parse } from '@formatjs/icu-messageformat-parser'
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type { CompiledMessage, CompiledPart, Options } from './compiled-message.ts'

/** Parses an ICU message. @throws SyntaxError with the reason */
export const parseMessage = (text: string): MessageFormatElement[] =>
  parse(text, { shouldParseSkeletons: true, captureLocation: false })

/** Compiles a parsed message to JSON that needs no parser. */
export function compileMessage(elements: MessageFormatElement[]): CompiledMessage {
  const parts = elements.map(compilePart)
  const [only] = parts
  if (parts.length === 0) return ''
  return parts.length === 1 && typeof only === 'string' ? only : parts
}

function compilePart(part: MessageFormatElement): CompiledPart {
  switch (part.type) {
    case TYPE.literal:
      return part.value
    case TYPE.pound:
      return 0
    case TYPE.argument:
      return [part.value]
    case TYPE.number:
      return [
        part.value,
        'number',
        isNumberSkeleton(part.style) ? part.style.parsedOptions : numberStyle(part.style),
      ]
    case TYPE.date:
      return [
        part.value,
        'date',
        isDateTimeSkeleton(part.style) ? part.style.parsedOptions : { dateStyle: part.style ?? 'medium' },
      ]
    case TYPE.time:
      return [
        part.value,
        'time',
        isDateTimeSkeleton(part.style) ? part.style.parsedOptions : { timeStyle: part.style ?? 'short' },
      ]
    case TYPE.select:
      return [part.value, 'select', compileOptions(part.options)]
    case TYPE.plural:
      return [
        part.value,
        part.pluralType === 'ordinal' ? 'ordinal' : 'plural',
        compileOptions(part.options),
        part.offset,
      ]
    default:
      return [part.value, 'tag', part.children.map(compilePart)]
  }
}

const compileOptions = (options: Record<string, { value: MessageFormatElement[] }>): Options =>
  Object.fromEntries(Object.entries(options).map(([name, { value }]) => [name, value.map(compilePart)]))

const numberStyle = (style: string | null | undefined): Intl.NumberFormatOptions =>
  style === 'percent' ? { style } : style === 'integer' ? { maximumFractionDigits: 0 } : {}
