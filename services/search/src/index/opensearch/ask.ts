import type { API, Client } from '@opensearch-project/opensearch'

/** The parts of an answer that the index reads. */
export type Answer<Hit = unknown, Aggregations = unknown> = {
  hits: { total?: { value: number }; hits: Hit[] }
  aggregations: Aggregations
}

/** Sends a search, whose answer is whole or an error. The client's own types lack the fields of aggregations. */
export async function ask<Hit = unknown, Aggregations = unknown>(
  client: Client,
  index: string,
  body: object,
): Promise<Answer<Hit, Aggregations>> {
  const request: API.Search_RequestBody = body
  const { body: answer } = await client.search({ index, allow_partial_search_results: false, body: request })
  return answer as unknown as Answer<Hit, Aggregations>
}
