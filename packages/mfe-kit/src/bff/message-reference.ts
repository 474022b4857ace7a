import { openTranslators } from '../messages/translator.ts'
import type { BffContext } from './context.ts'

const prefix = 'msg:'

type Values = Record<string, string | number>

/** Returns text that stands for a message: its key and values. */
export const messageReference = (key: string, values: Values = {}): string =>
  prefix + JSON.stringify([key, values])

/** Returns what makes the text of a reference in the language of a request. Every other text stays as it is. */
export function textOf(ctx: Pick<BffContext, 'catalog' | 'locale'> | undefined): (text: string) => string {
  return (text) => {
    if (!text.startsWith(prefix) || !ctx?.catalog) return text
    const [key, values]: [string, Values] = JSON.parse(text.slice(prefix.length))
    return translators.of<Record<string, (values: Values) => string>>(ctx.catalog, ctx.locale)(key, values)
  }
}

/** Of all messages of BFFs, those of procedures and those of errors. Texts have no tags. */
export const translators = openTranslators((nodes) => nodes.map(String).join(''))
