import { parseArgs } from 'node:util'

import { seedRecords } from '@mallhive/service-catalog/seed-records'
import { judgedSets, type ProductDocument } from '@mallhive/service-search/bench'

import { documentsOf } from './search/documents.ts'
import { engines } from './search/open-engine.ts'
import { judge } from './search/judge.ts'
import { lagInMall } from './search/lag.ts'
import { list, openReader, openTypingReader, type Reader } from './search/reader.ts'
import { hundredths, nextCpuMs, judgedTexts } from './search/next-cpu.ts'

// Measures the search index in an engine of its own, PostgreSQL or OpenSearch (`--engine opensearch`): how well it answers the
// judged queries on the seeded catalogue, and CPU time (engine and Node) per answer at that size and at 100,000 products, generated
// as the seed does. `npm run bench -- search 20000` generates fewer, `search 0` measures nothing but the lag: in a mall with the
// seeded catalogue, from a saved price or a set stock, through the bus, to the search that shows it. What an index remembers of a
// text helps none of `cpuMs`, for which each text is asked once, but what shoppers ask after it: `nextCpuMs`.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { engine: { type: 'string', default: 'postgres' } },
})
const scale = Number(positionals[0] ?? 100_000)
const rounds = Number(process.env['ROUNDS'] ?? 3)

const { engine: engineName } = values
if (engineName !== 'postgres' && engineName !== 'opensearch')
  throw new Error(`--engine is "${engineName}": use postgres or opensearch`)
if (scale === 0) {
  console.log(JSON.stringify({ ...(await lagInMall(engineName)), engine: engineName }))
  process.exit()
}
await using engine = await engines[engineName]()
const { cpuMs } = engine
let index = engine.open()
const seed = await seedRecords(scale)
const toDocument = documentsOf(seed)
const documents = seed.records.map(toDocument)

await rebuild([documents])
const small = await openReader(index)
const [tuned, holdout, german] = await Promise.all(
  ['english', 'holdout', 'german'].map(async (name) =>
    judge(
      index,
      documents,
      judgedSets.find((set) => set.name === name)!,
      small,
    ),
  ),
)
const cpuMs400 = await perAnswer(searches(small), forgetTexts)
const nextCpuMs400 = await nextCpuMs({ open: engine.open, cpuMs, read: small })

const began = performance.now()
const before = cpuMs()
await rebuild(batches())
const rebuildS = seconds(performance.now() - began)
const rebuildCpuS = seconds(cpuMs() - before)
const large = await openReader(index)
const cpuMs100k = await perAnswer(searches(large), forgetTexts)
const nextCpuMs100k = await nextCpuMs({ open: engine.open, cpuMs, read: large })
const categoryCpuMs100k = await perAnswer(categories())
const readTyping = await openTypingReader(index)
const suggestCpuMs = await perAnswer(suggestions())
const figures = {
  tuned,
  holdout,
  german,
  cpuMs400,
  nextCpuMs400,
  cpuMs100k,
  nextCpuMs100k,
  categoryCpuMs100k,
  suggestCpuMs,
  rebuildS,
  rebuildCpuS,
  products: scale,
  engine: engineName,
}
console.log(JSON.stringify(figures))
// Another mall, once this engine is not in use.
console.log(JSON.stringify({ ...figures, ...(await lagInMall(engineName)) }))

function forgetTexts(): void {
  index = engine.open()
}

async function rebuild(parts: Iterable<ProductDocument[]>): Promise<void> {
  const generation = await index.rebuild()
  const waiting = parts[Symbol.iterator]()
  const work = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await generation.put(next.value)
  }
  // PostgreSQL writes one part while the next one is analysed.
  await Promise.all([work(), work()])
  await generation.finish()
}

function* batches(): Generator<ProductDocument[]> {
  yield documents
  for (const records of seed.generated) {
    for (let from = 0; from < records.length; from += 500)
      yield records.slice(from, from + 500).map(toDocument)
  }
}

function searches(read: Reader) {
  return judgedTexts().map(
    ({ text, locale }) =>
      () =>
        index.search(read(text, locale)),
  )
}

/** Each category, by each sort; what a shopper chooses in it first; and the whole mall. */
function categories() {
  const slugs = ['', ...seed.categories.map(({ slug }) => slug)]
  const sorts = ['relevance', 'newest', 'price-asc', 'price-desc', 'rating'] as const
  return slugs.flatMap((slug) =>
    sorts.map((sort) => () => index.search(list({ sort, ...(slug && { categorySlug: slug }) }))),
  )
}

function suggestions() {
  const texts = judgedSets.flatMap(({ locale, queries }) =>
    queries
      .slice(0, 40)
      .flatMap(([text]) => [2, 3, 5, 8].map((length) => ({ locale, text: text.slice(0, length) }))),
  )
  return texts.map(
    ({ text, locale }) =>
      () =>
        index.suggest(readTyping(text, locale)),
  )
}

/** Returns the mean CPU time of one answer in ms, after a round that nothing counts. Before each round `forget` is called. */
async function perAnswer(answers: (() => Promise<unknown>)[], forget = () => {}): Promise<number> {
  for (const answer of answers) await answer()
  const start = cpuMs()
  for (let round = 0; round < rounds; round++) {
    forget()
    for (const answer of answers) await answer()
  }
  return hundredths((cpuMs() - start) / answers.length / rounds)
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10
}
