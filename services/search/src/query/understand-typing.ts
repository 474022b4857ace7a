import type { Lexicon } from '../lexicon/lexicon.ts'
import { tokens } from '../lexicon/tokens.ts'
import { narrow, waysOf } from './alternatives.ts'
import type { Alternative, Typing } from './structured-query.ts'
import { translationsOf } from './translations-of.ts'
import { understand } from './understand.ts'

const shortestBegun = 2
const shortestNamed = 4
const mostBegun = 8
const mostNamed = 3

export function understandTyping(text: string, options: Parameters<typeof understand>[1]): Typing {
  const { lexicon } = options
  const last = tokens(text).at(-1) ?? ''
  const begun = begunBy(last, lexicon)
  const structured = understand(text, {
    ...options,
    lexicon: begun.length > 0 ? withoutHelpFor(last, lexicon) : lexicon,
  })
  const isLast = structured.concepts.at(-1)?.text === last
  return { structured, begun: isLast && begun.length > 0 ? narrow(begun, lexicon) : [] }
}

/** Returns the ways to meet words of products that begin so, or else other names of them. */
function begunBy(last: string, lexicon: Lexicon): Alternative[] {
  if (last.length < shortestBegun) return []
  const begun = lexicon
    .beginningWith(last, mostBegun)
    .flatMap((word) => lexicon.terms(word).map((term) => ({ stems: [term], weight: 1 })))
  if (begun.length > 0 || last.length < shortestNamed) return begun
  if (lexicon.terms(last).some(lexicon.isStrong)) return []
  return lexicon
    .synonymsBeginning(last, mostNamed)
    .flatMap((word) => [...waysOf(word, 1, lexicon), ...translationsOf(word, lexicon)])
}

/** What begins a word is no typing error, and is completed apart. */
const withoutHelpFor = (last: string, lexicon: Lexicon): Lexicon => ({
  ...lexicon,
  beginningWith: (prefix, most) => (prefix === last ? [] : lexicon.beginningWith(prefix, most)),
  closest: (word, max) => (word.endsWith(last) ? undefined : lexicon.closest(word, max)),
})
