import type { Locale } from '@mallhive/contracts/locales'
import {
  gradeOf,
  type JudgedProduct,
  type JudgedSet,
  ndcg,
  type ProductDocument,
  type ProductIndex,
} from '@mallhive/service-search/bench'

import type { Reader } from './reader.ts'

/** How good the first ten of an answer are, and how many there are in all. */
export type Answer = { ndcg: number; total: number }

/** Returns how well an index of these documents answers a judged set. Missed is what finds nothing although it is sold. */
export async function judge(index: ProductIndex, documents: ProductDocument[], set: JudgedSet, read: Reader) {
  const answers = await answersOf(index, documents, set, read)
  const sum = answers.reduce((all, [, { ndcg: gain }]) => all + gain, 0)
  const sold = new Set(set.queries.flatMap(([text, , rules]) => (rules.length > 0 ? text : [])))
  const zero = answers.filter(([, { total }]) => total === 0)
  const missed = zero.filter(([text]) => sold.has(text))
  const percent = (part: number, all: number) => Math.round((part / all) * 1000) / 10
  return {
    ndcg10: Math.round((sum / answers.length) * 1000) / 1000,
    zeroPct: percent(zero.length, answers.length),
    missedPct: percent(missed.length, sold.size),
  }
}

/** Returns the answers to a judged set, by query. With JUDGE=1 it prints the queries that fare badly. */
export async function answersOf(
  index: ProductIndex,
  documents: ProductDocument[],
  { locale, queries }: JudgedSet,
  read: Reader,
): Promise<[query: string, answer: Answer][]> {
  const judged = new Map(documents.map((document) => [document.id, judgedOf(document, locale)]))
  const answers: [string, Answer][] = []
  for (const [text, kind, rules] of queries) {
    const { hits, total } = await index.search(read(text, locale))
    const grades = hits.slice(0, 10).map(({ card }) => gradeOf(rules, judged.get(card.id)!))
    const gain = ndcg(
      grades,
      [...judged.values()].map((product) => gradeOf(rules, product)),
    )
    answers.push([text, { ndcg: gain, total }])
    if (process.env['JUDGE'] && gain < Number(process.env['JUDGE']))
      console.error(
        `${locale} ${text} (${kind}): ${total}, ${gain.toFixed(2)}, ${grades.join('')}: ${hits
          .slice(0, 4)
          .map(({ card }) => card.title)
          .join(' / ')}`,
      )
  }
  return answers
}

function judgedOf(document: ProductDocument, locale: Locale): JudgedProduct {
  const { texts, categorySlugs, seller, colours, prices, facets } = document
  const valueOf = (name: string) => facets.find((facet) => facet.name === name)?.value ?? ''
  const factOf = (name: string) => {
    const at = facets.findIndex((facet) => facet.name === name)
    return at < 0 ? '' : (texts.en?.facts.find((fact) => slugOf(fact) === valueOf(name)) ?? '')
  }
  return {
    title: (texts[locale] ?? texts.en)!.title.toLowerCase(),
    categorySlug: categorySlugs.at(-1) ?? '',
    sellerSlug: seller.slug,
    colours: new Set(colours),
    material: factOf('material'),
    suits: factOf('suits'),
    priceMinor: prices.find(({ currency }) => currency === 'EUR')?.lowestMinor ?? 0,
  }
}

const slugOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
