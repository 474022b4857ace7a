import type { ServiceImpl } from '@connectrpc/connect'
import { localeOfTag } from '@mallhive/contracts/locales'
import { counter } from '@mallhive/process-kit/telemetry'
import type { SearchService } from '@mallhive/contracts/search'
import { asTyped } from '../answer/as-typed.ts'
import { facetLists } from '../answer/facet-lists.ts'
import { matchesOf } from '../answer/matches.ts'
import {
  boundOf,
  filtersOf,
  knownCategory,
  knownCurrency,
  knownOffset,
  sortNamed,
  sortOf,
} from '../answer/scope.ts'
import { colourRank, inShownColour } from '../answer/shown-colour.ts'
import { listSorted } from '../answer/list-sorted.ts'
import { toCard } from '../answer/to-card.ts'
import { toNote, toPriceRange } from '../answer/to-note.ts'
import type { Deps } from '../deps.ts'
import { isOnlyFilters } from '../index/bounds.ts'
import { domainError } from '../reasons.ts'

const answers = counter(
  'search_answers_total',
  'Answered searches for a text, by whether they found anything',
  ['found'],
)
for (const found of ['some', 'none']) answers.inc({ found }, 0)

export function search({
  catalogue: readCatalogue,
  index,
  isFilled,
  understanding,
}: Pick<Deps, 'catalogue' | 'index' | 'isFilled' | 'understanding'>): ServiceImpl<
  typeof SearchService
>['search'] {
  return async (request) => {
    const locale = localeOfTag(request.locale)
    const currency = knownCurrency(request.currency)
    const text = request.query.trim()
    const catalogue = await readCatalogue()
    const filters = filtersOf(request, catalogue)
    const categorySlug = knownCategory(request.categorySlug, catalogue)
    const structured = text
      ? await understanding.understand(text, { locale, currency, verbatim: request.verbatim })
      : undefined
    // What the shopper has chosen outside of the text comes first.
    const { sellerSlug, minPriceMinor, maxPriceMinor } = structured?.filters ?? {}
    const isPriced = request.minPriceMinor !== undefined || request.maxPriceMinor !== undefined
    const { sort, ...result } = await listSorted(index, {
      structured: structured && !isOnlyFilters(structured) ? { ...structured, filters: {} } : undefined,
      locale,
      currency,
      categorySlug,
      sellerSlug: request.sellerSlug || sellerSlug,
      filters,
      minPriceMinor: isPriced ? boundOf(request.minPriceMinor) : minPriceMinor,
      maxPriceMinor: isPriced ? boundOf(request.maxPriceMinor) : maxPriceMinor,
      sort: sortOf(request.sort),
      size: Math.min(Math.max(request.pageSize || 24, 1), 100),
      cursor: request.cursor,
      offset: knownOffset(request.offset),
    })
    // What events have brought alone is not an answer.
    if (!(await isFilled(result.total === 0))) throw domainError('NOT_FILLED', 'the index is being filled')
    if (text) answers.inc({ found: result.total > 0 ? 'some' : 'none' })
    const rank = colourRank({ structured, filters, locale }, catalogue)
    return {
      sort: sortNamed(sort),
      hasSales: result.hasSales,
      hits: result.hits.map((hit) => {
        const { card, options } = inShownColour(hit.card, rank)
        const missing = hit.missing.map((words) => asTyped(words, text))
        const matches = structured && matchesOf(hit, structured, catalogue)
        return { product: toCard(card, currency), missing, options, ...matches }
      }),
      facets: facetLists(catalogue, result.counts, filters, locale),
      total: result.total,
      nextCursor: result.next,
      previousCursor: result.previous,
      lowestPriceMinor: BigInt(result.lowestMinor),
      highestPriceMinor: BigInt(result.highestMinor),
      priceBuckets: result.buckets.map(({ fromMinor, toMinor, count }) => ({
        fromMinor: BigInt(fromMinor),
        toMinor: BigInt(toMinor),
        count,
      })),
      notes: structured?.notes.map((note) => toNote(note, text)) ?? [],
      understood: {
        sellerSlug: request.sellerSlug ? '' : (sellerSlug ?? ''),
        price: isPriced ? {} : toPriceRange({ minMinor: minPriceMinor, maxMinor: maxPriceMinor }),
      },
    }
  }
}
