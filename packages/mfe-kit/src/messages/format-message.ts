import type { ReactNode } from 'react'
import type { CompiledMessage, CompiledPart, Options } from './compiled-message.ts'

/** Wraps the content of a tag: `link: (text) => <Link href="/cart">{text}</Link>`. */
type Tag = (children: ReactNode) => ReactNode

type MessageValue = string | number | Date | Tag

export type MessageValues = Record<string, MessageValue>

interface MessageFormat {
  locale: string
  language: string
  /** Without React, so that BFFs do not bundle it. */
  join: (nodes: ReactNode[]) => ReactNode
}

/**
 * Formats a compiled message: text, or what `join` makes of the nodes of a message with tags. Numbers and dates are formatted
 * for `locale`; plurals follow the rules of `language`, in which the message is written.
 */
export function formatMessage(
  message: CompiledMessage,
  values: MessageValues,
  { locale, language, join }: MessageFormat,
): ReactNode {
  if (typeof message === 'string') return message
  return joined(message, undefined)

  function joined(parts: CompiledPart[], counted: number | undefined): ReactNode {
    const nodes = parts.map((part) => nodeOf(part, counted))
    if (nodes.every((node) => typeof node === 'string')) return nodes.join('')
    return join(nodes)
  }

  function nodeOf(part: CompiledPart, counted: number | undefined): ReactNode {
    if (typeof part === 'string') return part
    if (part === 0) return numbers(locale, {}).format(counted ?? 0)
    const value = values[part[0]]
    if (part.length === 1)
      return typeof value === 'number' ? numbers(locale, {}).format(value) : String(value)
    switch (part[1]) {
      case 'tag': {
        const content = joined(part[2], counted)
        return typeof value === 'function' ? value(content) : content
      }
      case 'number':
        return numbers(locale, part[2]).format(Number(value))
      case 'date':
      case 'time':
        return dates(locale, part[2]).format(value instanceof Date ? value : new Date(Number(value)))
      case 'select':
        return joined(optionOf(part[2], String(value)), counted)
      default: {
        const [, kind, options, offset] = part
        const count = Number(value) - offset
        const exact = options[`=${Number(value)}`]
        const category = rules(language, kind === 'plural' ? 'cardinal' : 'ordinal').select(count)
        return joined(exact ?? optionOf(options, category), count)
      }
    }
  }
}

function optionOf(options: Options, name: string): CompiledPart[] {
  return (Object.hasOwn(options, name) ? options[name] : options['other']) ?? []
}

/** Constructing a formatter costs more than all else on a page, so each is made once. */
function kept<O, F>(make: (locale: string, options: O) => F): (locale: string, options: O) => F {
  const made = new Map<string, F>()
  return (locale, options) => {
    const key = locale + JSON.stringify(options)
    const known = made.get(key) ?? make(locale, options)
    made.set(key, known)
    return known
  }
}

const numbers = kept((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))
/** In UTC, so that server and browser render the same. */
const dates = kept(
  (locale, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }),
)
const rules = kept((locale, type: Intl.PluralRuleType) => new Intl.PluralRules(locale, { type }))
