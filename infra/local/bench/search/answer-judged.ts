import { seedRecords } from '@mallhive/service-catalog/seed-records'
import { judgedSets } from '@mallhive/service-search/bench'

import { documentsOf } from './documents.ts'
import { type Answer, answersOf } from './judge.ts'
import { engines } from './open-engine.ts'
import { openReader } from './reader.ts'

/** Returns how this checkout answers every judged query on the seeded catalogue, in a PostgreSQL of its own. */
export async function answerJudged(): Promise<Record<string, Record<string, Answer>>> {
  await using engine = await engines.postgres()
  const index = engine.open()
  const seed = await seedRecords(0)
  const documents = seed.records.map(documentsOf(seed))
  const generation = await index.rebuild()
  await generation.put(documents)
  await generation.finish()
  const read = await openReader(index)
  const sets: Record<string, Record<string, Answer>> = {}
  for (const set of judgedSets) {
    // oxlint-disable-next-line no-await-in-loop -- one connection answers
    const answers = await answersOf(index, documents, set, read)
    sets[set.name] = Object.fromEntries(answers)
  }
  return sets
}
