// What benches measure without the service around it.
export type { ProductDocument } from './index/document.ts'
export type { ProductIndex } from './index/port.ts'
export { openClient, openOpensearchIndex } from './index/opensearch/open-index.ts'
export { openPostgresIndex } from './index/postgres/open-index.ts'
export { gradeOf, type JudgedProduct, type JudgedSet } from './judged/judged-query.ts'
export { judgedSets } from './judged/judged-sets.ts'
export { ndcg } from './judged/ndcg.ts'
export { analyzers } from './lexicon/analyzers.ts'
export { openLexicon } from './lexicon/open-lexicon.ts'
export { understandTyping } from './query/understand-typing.ts'
export { understand } from './query/understand.ts'
export * as schema from './schema.ts'

export const migrations = new URL('../drizzle', import.meta.url)
