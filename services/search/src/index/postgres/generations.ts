import type { Db, Executor, Tx } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import { type Slot, slotNames, slots, tablesOf } from './schema.ts'

export type SlotState = { slot: Slot; state: 'live' | 'building' | 'idle'; generation: number }

/** Locks all slots for a writer or a change of states, and returns them. */
export async function lockSlots(tx: Tx): Promise<SlotState[]> {
  const { rows } = await tx.execute<SlotState>(
    sql`select slot, state, generation from ${slots} order by slot for update`,
  )
  return rows
}

/** Whether the live slot is another one than that of a new database. */
export async function isLiveBuilt(db: Executor): Promise<boolean> {
  const { rowCount } = await db.execute(sql`select from ${slots} where state = 'live' and generation > 1`)
  return rowCount === 1
}

/** Locks the slot that a rebuild fills. @throws Error when another rebuild has begun, or this one has ended */
export async function lockBuilding(tx: Tx, { slot, generation }: Building): Promise<void> {
  const { rowCount } = await tx.execute(sql`
    select from ${slots} where slot = ${slot} and generation = ${generation} and state = 'building' for update`)
  if (!rowCount) throw new Error(`generation ${generation} of the search index is no longer being built`)
}

export type Building = { slot: Slot; generation: number }

/** Empties the slot that is not live, but for the removals that the live one remembers. */
export async function beginGeneration(db: Db): Promise<Building> {
  return db.transaction(async (tx) => {
    const known = await lockSlots(tx)
    const live = known.find(({ state }) => state === 'live')!.slot
    const slot = slotNames.find((name) => name !== live)!
    const generation = Math.max(...known.map((each) => each.generation)) + 1
    const { listings, bodies, products, words, titleWords, completions } = tablesOf[slot]
    await tx.execute(
      sql`truncate ${listings}, ${bodies}, ${products}, ${words}, ${titleWords}, ${completions}`,
    )
    await tx.execute(sql`
      insert into ${products} (id, revision, skus)
      select id, revision, skus from ${tablesOf[live].products} where document is null`)
    await tx.execute(sql`
      update ${slots} set state = 'building', generation = ${generation} where slot = ${slot}`)
    return { slot, generation }
  })
}

/** Makes the built slot live. @throws Error when another rebuild has begun, or this one has ended */
export async function swapGenerations(tx: Tx, building: Building): Promise<void> {
  await lockSlots(tx)
  await lockBuilding(tx, building)
  await tx.execute(sql`
    update ${slots} set state = case when slot = ${building.slot} then 'live' else 'idle' end`)
}

export async function abandonGeneration(db: Db, { slot, generation }: Building): Promise<void> {
  await db.execute(sql`
    update ${slots} set state = 'idle'
    where slot = ${slot} and generation = ${generation} and state = 'building'`)
}

const ginIndexes = (slot: Slot) =>
  ['listings_$_strong', 'listings_$_traits', 'listings_$_tags', 'bodies_$_body'].map((name) =>
    sql.raw(`search.${name.replace('$', slot)}`),
  )

/** Gathers new index entries in a list that searches would read as a whole, and merges them by the megabyte. */
export async function loadIndexes(db: Db, slot: Slot): Promise<void> {
  for (const index of ginIndexes(slot))
    await db.execute(sql`alter index ${index} set (fastupdate = on, gin_pending_list_limit = 65536)`)
}

/** Merges what was gathered; from then on entries are merged one by one. */
export async function settleIndexes(db: Db, slot: Slot): Promise<void> {
  const { listings, bodies, products, words, titleWords, completions } = tablesOf[slot]
  for (const index of ginIndexes(slot)) {
    await db.execute(sql`alter index ${index} set (fastupdate = off)`)
    await db.execute(sql`select gin_clean_pending_list('${index}'::regclass)`)
  }
  await db.execute(sql`analyze ${listings}, ${bodies}, ${products}, ${words}, ${titleWords}, ${completions}`)
}
