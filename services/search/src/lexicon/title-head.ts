import { type Language, wordsOf } from './language.ts'
import { tokens } from './tokens.ts'

/** Returns a function that gives the noun that a title is about: `teapot` of `Pair of round teapots with a lid`. */
export function titleHead({ begins, ends }: Language['title']): (title: string) => string {
  const [opening, closing] = [new Set(wordsOf(begins)), new Set(wordsOf(ends))]
  return (title) => {
    const [named = ''] = title.split(/[,:–(]/)
    const words = tokens(named)
    const first = words.findIndex((word) => !opening.has(word))
    const rest = words.slice(Math.max(first, 0))
    const end = rest.findIndex((word, at) => at > 0 && (closing.has(word) || /\d/.test(word)))
    return rest.slice(0, end < 0 ? undefined : end).at(-1) ?? words.at(-1) ?? ''
  }
}
