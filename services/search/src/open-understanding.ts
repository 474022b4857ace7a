import type { Currency } from '@mallhive/contracts/currencies'
import type { Locale } from '@mallhive/contracts/locales'
import type { Log } from '@mallhive/process-kit/telemetry'
import type { ProductIndex } from './index/port.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { loadLexicon, openLexicon } from './lexicon/open-lexicon.ts'
import type { StructuredQuery, Typing } from './query/structured-query.ts'
import { understandTyping } from './query/understand-typing.ts'
import { understand } from './query/understand.ts'

export interface Understanding {
  /** Reads what a shopper typed, by the words that products have. */
  understand(
    text: string,
    options: { locale: Locale; currency: Currency; verbatim: boolean },
  ): Promise<StructuredQuery>
  /** Reads what a shopper is still typing. */
  understandTyping(text: string, options: { locale: Locale; currency: Currency }): Promise<Typing>
  /** Opens the lexicon of a language, unless it is open: it takes about a second. */
  prepare(locale: Locale): Promise<void>
  /** Makes the lexicons that are open anew, in the background. */
  renew(): void
}

/** A lexicon is made anew after a hundred times as long as it takes: some seconds for hundreds of products. */
const restFactor = 100
const shortestRestMs = 2_000

/**
 * Keeps a lexicon of each language that is searched in. A search that finds it too old has it made anew in the background; until
 * then, words that only newer products have count as unknown.
 */
export function openUnderstanding({
  index,
  log,
}: {
  index: Pick<ProductIndex, 'vocabulary'>
  log: Log
}): Understanding {
  const known = new Map<Locale, { lexicon: Promise<Lexicon>; renewAtMs: number }>()
  const open = async (locale: Locale) => {
    await loadLexicon(locale)
    const began = performance.now()
    const lexicon = await openLexicon(locale, await index.vocabulary(locale))
    const restMs = Math.max((performance.now() - began) * restFactor, shortestRestMs)
    known.set(locale, { lexicon: Promise.resolve(lexicon), renewAtMs: Date.now() + restMs })
    return lexicon
  }
  const entryOf = (locale: Locale) => {
    const had = known.get(locale)
    if (had) return had
    const entry = { lexicon: open(locale), renewAtMs: Infinity }
    known.set(locale, entry)
    entry.lexicon.catch(() => known.delete(locale))
    return entry
  }
  const renew = async (locale: Locale) => {
    const entry = entryOf(locale)
    entry.renewAtMs = Infinity
    await open(locale).catch((error: unknown) => {
      entry.renewAtMs = Date.now() + shortestRestMs
      log.warn({ err: error, locale }, 'the words of the index could not be read anew, retrying')
    })
  }
  const lexiconOf = (locale: Locale) => {
    const entry = entryOf(locale)
    if (Date.now() > entry.renewAtMs) void renew(locale)
    return entry.lexicon
  }
  return {
    understand: async (text, { locale, ...options }) =>
      understand(text, { lexicon: await lexiconOf(locale), ...options }),
    understandTyping: async (text, { locale, ...options }) =>
      understandTyping(text, { lexicon: await lexiconOf(locale), ...options }),
    prepare: async (locale) => void (await entryOf(locale).lexicon),
    renew: () => void Promise.all([...known.keys()].map(renew)),
  }
}
