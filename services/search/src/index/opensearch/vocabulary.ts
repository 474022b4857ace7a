import type { Client } from '@opensearch-project/opensearch'
import type { Locale } from '@mallhive/contracts/locales'
import type { Analyzers } from '../analyzer.ts'
import type { Vocabulary } from '../port.ts'
import { ask } from './ask.ts'
import { labelled, languageOf } from './stored-document.ts'

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

type Terms = { buckets: { key: string; doc_count: number }[]; sum_other_doc_count: number }

/** The values that an answer has at most. */
const most = 65_535

/** Counts the documents of each value of a field, in as many parts as have room in an answer each. */
async function documentsByValue(
  client: Client,
  index: string,
  field: string,
  parts = 1,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (let partition = 0; partition < parts; partition++) {
    const include = { partition, num_partitions: parts }
    const terms = { field, size: most, ...(parts > 1 && { include }) }
    const { aggregations } = await ask<never, { values: Terms }>(client, index, {
      size: 0,
      track_total_hits: false,
      aggs: { values: { terms } },
    })
    if (aggregations.values.sum_other_doc_count > 0) return documentsByValue(client, index, field, parts * 2)
    for (const { key, doc_count: count } of aggregations.values.buckets) counts.set(key, count)
  }
  return counts
}
