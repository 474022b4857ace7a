import type { Locale } from '@mallhive/contracts/locales'
import { judgedSets, type ProductIndex } from '@mallhive/service-search/bench'

import type { IndexQuery, Reader } from './reader.ts'

type Result = Awaited<ReturnType<ProductIndex['search']>>

/** Of the judged texts one in so many is asked: an index remembers all of these. */
const every = 5

/** What shoppers ask after the first page of a text. Undefined where it has nothing of the kind. */
const kinds: Record<string, (first: Result) => Partial<IndexQuery> | undefined> = {
  again: () => ({}),
  nextPage: ({ next }) => (next ? { cursor: next } : undefined),
  sorted: ({ total }) => (total > 1 ? { sort: 'price-asc' } : undefined),
  facet: ({ counts: [count] }) => count && { filters: [{ name: count.name, values: [count.value] }] },
}

/**
 * Returns the mean CPU time in ms of answers to what is asked next, by what that is: of an index that has answered the first page,
 * and of one that has not.
 */
export async function nextCpuMs({
  open,
  cpuMs,
  read,
}: {
  open: () => ProductIndex
  cpuMs: () => number
  read: Reader
}) {
  const texts = judgedTexts().filter((_, at) => at % every === 0)
  const measured: Record<string, { remembered: number; forgotten: number }> = {}
  for (const [kind, nextOf] of Object.entries(kinds)) {
    const [knowing, other] = [open(), open()]
    const next: (() => IndexQuery)[] = []
    for (const { text, locale } of texts) {
      const query = read(text, locale)
      const more = nextOf(await knowing.search(query))
      // What it remembers besides counts it shall know, too.
      await other.search({ ...query, currency: 'USD' })
      if (more) next.push(() => ({ ...read(text, locale), ...more }))
    }
    const perAnswer = async (index: ProductIndex) => {
      const start = cpuMs()
      for (const query of next) await index.search(query())
      return hundredths((cpuMs() - start) / next.length)
    }
    measured[kind] = { forgotten: await perAnswer(other), remembered: await perAnswer(knowing) }
  }
  return measured
}

/** Returns the judged texts, each once. */
export function judgedTexts(): { text: string; locale: Locale }[] {
  const all = judgedSets.flatMap(({ locale, queries }) => queries.map(([text]) => ({ text, locale })))
  return [...new Map(all.map((each) => [`${each.locale} ${each.text}`, each])).values()]
}

export const hundredths = (ms: number): number => Math.round(ms * 100) / 100
