import type { Client } from '@opensearch-project/opensearch'
import type { Locale } from '@mallhive/contracts/locales'
import type { Analyzers } from '../analyzer.ts'
import type { Vocabulary } from '../port.ts'
import { ask } from './ask.ts'
import { labelled, languageOf } from './stored-document.ts'

const page = 10_000

export async function vocabularyIn(
  client: Client,
  analyzers: Analyzers,
  index: string,
  locale: Locale,
): Promise<Vocabulary> {
  const [language] = languageOf(locale, analyzers)
  const read = (field: string) => documentsByValue(client, index, field)
  const documents = await read(`in.${language}.words`)
  const strong = await read(`in.${language}.strongWords`)
  const heads = await read(`in.${language}.headWord`)
  const named = async (field: string) =>
    [...(await read(field)).keys()].map((each) => {
      const [slug = '', name = ''] = each.split(labelled)
      return { slug, name }
    })
  return {
    words: new Map(
      [...documents].map(([word, count]) => [
        word,
        { documents: count, strong: strong.get(word) ?? 0, heads: heads.get(word) ?? 0 },
      ]),
    ),
    shops: await named('shop'),
    categories: await named(`in.${language}.categories`),
  }
}

type Composite = { buckets: { key: { value: string }; doc_count: number }[]; after_key?: { value: string } }

/** Counts the documents of each value of a field, in pages, because an answer has at most 65,535 values. */
async function documentsByValue(client: Client, index: string, field: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  let after: { value: string } | undefined
  do {
    const composite = { size: page, sources: [{ value: { terms: { field } } }], ...(after && { after }) }
    const { aggregations } = await ask<never, { values: Composite }>(client, index, {
      size: 0,
      track_total_hits: false,
      aggs: { values: { composite } },
    })
    const { buckets, after_key: last } = aggregations.values
    for (const { key, doc_count: count } of buckets) counts.set(key.value, count)
    after = last
  } while (after)
  return counts
}
