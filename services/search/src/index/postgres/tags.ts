import type { Db } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import type { Tag } from '../tag.ts'
import { keyOf, unique } from '../tags.ts'
import { tags } from './schema.ts'
import { isStorable } from './terms.ts'

/** The numbers of tags. They never change, so each is read once. */
export interface TagNumbers {
  /** Gives numbers to new tags; returns the number of each of these. */
  numbersOf(wanted: Tag[]): Promise<(tag: Tag) => number>
  /** Returns the numbers of those that a document has had. */
  known(wanted: Tag[]): Promise<number[]>
  /** Returns the tag of each of these numbers. */
  tagsOf(numbers: number[]): Promise<(id: number) => Tag>
}

/** Searches and writes have connections of their own, and share what is known. */
export function openTags(reads: Db, writes: Db): TagNumbers {
  const ids = new Map<string, number>()
  const byId = new Map<number, Tag>()
  const missingOf = (wanted: Tag[]) => unique(wanted).filter((tag) => !ids.has(keyOf(tag)))
  const keep = (found: (Tag & { id: number })[]) => {
    for (const { id, name, value } of found) {
      ids.set(keyOf({ name, value }), id)
      byId.set(id, { name, value })
    }
  }
  const read = async (db: Db, wanted: Tag[]) => {
    const missing = missingOf(wanted)
    if (missing.length === 0) return
    const { rows } = await db.execute<Tag & { id: number }>(
      sql`select id, name, value from ${tags} join ${listed(missing)} using (name, value)`,
    )
    keep(rows)
  }
  return {
    async numbersOf(wanted) {
      await read(writes, wanted)
      const fresh = missingOf(wanted)
      if (fresh.length > 0) {
        await writes.execute(
          sql`insert into ${tags} (name, value) select name, value from ${listed(fresh)} on conflict do nothing`,
        )
        await read(writes, fresh)
      }
      return (tag) => ids.get(keyOf(tag))!
    },
    async known(wanted) {
      await read(
        reads,
        wanted.filter(({ name, value }) => isStorable(name) && isStorable(value)),
      )
      return wanted.flatMap((tag) => ids.get(keyOf(tag)) ?? [])
    },
    async tagsOf(numbers) {
      const missing = numbers.filter((id) => !byId.has(id))
      if (missing.length > 0) {
        const { rows } = await reads.execute<Tag & { id: number }>(
          sql`select id, name, value from ${tags} where id = any(${sql.param(missing)}::int[])`,
        )
        keep(rows)
      }
      return (id) => byId.get(id)!
    },
  }
}

const listed = (list: Tag[]) => sql`unnest(
  ${sql.param(list.map(({ name }) => name))}::text[],
  ${sql.param(list.map(({ value }) => value))}::text[]) listed(name, value)`
