import type { Db } from '@mallhive/service-kit/db'
import type { Rebuild } from '../port.ts'
import { changesOf } from './change.ts'
import {
  abandonGeneration,
  beginGeneration,
  loadIndexes,
  lockBuilding,
  settleIndexes,
  swapGenerations,
} from './generations.ts'
import type { Searching } from './searching.ts'
import { deleteUnused, openTallies } from './tallies.ts'
import { writeChanges } from './write.ts'

/** Words are gathered to be written at once: most documents repeat them. */
const mostGathered = 50_000

export async function rebuild(db: Db, deps: Searching): Promise<Rebuild> {
  const building = await beginGeneration(db)
  await loadIndexes(db, building.slot)
  const tallies = openTallies(deps.analyzers)
  return {
    async put(documents) {
      const changes = await changesOf(documents, deps)
      await db.transaction(async (tx) => {
        await lockBuilding(tx, building)
        await writeChanges(tx, building.slot, changes, { tallies, analyzers: deps.analyzers })
        if (tallies.size() > mostGathered) await tallies.flush(tx, building.slot, 'building')
      })
    },
    async finish() {
      await db.transaction(async (tx) => {
        await lockBuilding(tx, building)
        await tallies.flush(tx, building.slot, 'building')
      })
      await settleIndexes(db, building.slot)
      await db.transaction(async (tx) => {
        await swapGenerations(tx, building)
        await deleteUnused(tx, building.slot)
      })
      deps.rarities.forget()
    },
    abandon: () => abandonGeneration(db, building),
  }
}
