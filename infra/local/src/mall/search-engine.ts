export type SearchEngine = 'postgres' | 'opensearch'

/** Returns where the search has its index: in PostgreSQL, unless MALL_SEARCH asks for OpenSearch. */
export function readSearchEngine(text = process.env['MALL_SEARCH'] || 'postgres'): SearchEngine {
  if (text === 'postgres' || text === 'opensearch') return text
  throw new Error(`MALL_SEARCH is "${text}": use postgres or opensearch`)
}
