import { TYPE } from '@formatjs/icu-messageformat-parser'
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'

const plain = 'abcdefghijklmnoprstuvwyzABCDEFGHIJKLMNOPRSTUVWYZ'
const accented = 'åƀçđéƒĝĥîĵķļṁñöþŕšţûṽŵýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞŔŠŢÛṼŴÝŽ'

/**
 * Returns a message with accented letters and 40 % more of them: a text without accents on a page is in no catalogue, and one
 * that overflows has no room for a longer language.
 */
export function pseudoMessage(elements: MessageFormatElement[]): MessageFormatElement[] {
  return elements.map((part) => {
    if (part.type === TYPE.literal) return { ...part, value: lengthened(part.value) }
    if (part.type === TYPE.tag) return { ...part, children: pseudoMessage(part.children) }
    if (part.type !== TYPE.plural && part.type !== TYPE.select) return part
    const options = Object.entries(part.options).map(([name, { value }]) => [
      name,
      { value: pseudoMessage(value) },
    ])
    return { ...part, options: Object.fromEntries(options) }
  })
}

const growth = 0.4

function lengthened(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const changed = text.replaceAll(/\p{L}/gu, (letter) => accented[plain.indexOf(letter)] ?? letter)
  if (letters === 0) return text
  // Before the white space at the end, which separates the text from a placeholder.
  const [end = ''] = /\s*$/.exec(changed) ?? []
  return `${changed.slice(0, changed.length - end.length)}${'·'.repeat(Math.ceil(letters * growth))}${end}`
}
