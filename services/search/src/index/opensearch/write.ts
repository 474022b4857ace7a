import type { Client } from '@opensearch-project/opensearch'
import type { Analyzers } from '../analyzer.ts'
import type { ProductDocument } from '../document.ts'
import { type Generations, writesOf } from './generations.ts'
import { Refused } from './is-down.ts'
import { storedDocument } from './stored-document.ts'

/** A whole document or a tombstone under its external version: the engine refuses versions that are not newer. */
export type Write = { id: string; version: number; source: object }

const writesAtOnce = 500
/** Less than the handler of an event may take. */
const writeMs = 30_000
const conflict = 409
const gone = 404

/**
 * A removal is newer than the document of its revision, and older than that of the next. Between them is place for what changes
 * without a revision: the stock. Versions are exact up to 2^53.
 */
const versions = 2 ** 24

export const putOf = (document: ProductDocument, analyzers: Analyzers): Write => ({
  id: document.id,
  version: document.revision * versions,
  source: storedDocument(document, analyzers),
})
export const removalOf = ({ id, revision }: { id: string; revision: number }): Write =>
  tombstone(id, (revision + 1) * versions - 1)
export const tombstone = (id: string, version: number): Write => ({
  id,
  version,
  source: { id, removed: true },
})

/** Writes to all generations, also to those that are begun meanwhile. */
export async function writeToAll(client: Client, generations: Generations, writes: Write[]): Promise<void> {
  const reached = new Set<string>()
  for (;;) {
    const missed = (await generations.written()).filter((generation) => !reached.has(generation))
    if (missed.length === 0) return
    for (const generation of missed) {
      // One that is gone by now was replaced, and the loop finds its successor.
      await writeTo(client, generation, writes)
      reached.add(generation)
    }
  }
}

/** Writes to one generation. Returns false when it is gone. @throws Error when the engine refuses a document */
export async function writeTo(client: Client, generation: string, writes: Write[]): Promise<boolean> {
  for (let from = 0; from < writes.length; from += writesAtOnce) {
    const body = writes
      .slice(from, from + writesAtOnce)
      .flatMap(({ id, version, source }) => [
        { index: { _id: id, version, version_type: 'external' as const } },
        source,
      ])
    const { body: answer } = await client.bulk(
      { index: writesOf(generation), require_alias: true, body },
      { requestTimeout: writeMs },
    )
    if (!answer.errors) continue
    const refused = answer.items.flatMap(({ index }) => (index?.error ? [index] : []))
    if (refused.some(({ status }) => status === gone)) return false
    const fault = refused.find(({ status }) => status !== conflict)
    if (fault) throw new Refused('a document', fault.status, fault.error)
  }
  return true
}
