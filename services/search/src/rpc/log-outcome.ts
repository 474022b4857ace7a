import type { ServiceImpl } from '@connectrpc/connect'
import type { SearchService } from '@mallhive/contracts/search'
import { and, eq, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { knownId } from '../log/known-id.ts'
import { loggedSearches } from '../schema.ts'

const youngerThanDays = 7
const mostClicks = 100
const mostPosition = 1200

export function logOutcome({ db }: Pick<Deps, 'db'>): ServiceImpl<typeof SearchService>['logOutcome'] {
  return async ({ id, clickedPosition, added, bought }) => {
    const { clicks, clickedPosition: first, added: wasAdded, bought: wasBought } = loggedSearches
    const isClick = clickedPosition !== undefined
    const position = isClick ? Math.min(Math.max(clickedPosition, 1), mostPosition) : null
    await db
      .update(loggedSearches)
      .set({
        clicks: sql`least(${clicks} + ${isClick ? 1 : 0}, ${mostClicks})`,
        clickedPosition: sql`coalesce(${first}, ${position})`,
        added: sql`${wasAdded} or ${added}`,
        bought: sql`${wasBought} or (${wasAdded} and ${bought})`,
      })
      .where(
        and(
          eq(loggedSearches.id, knownId(id)),
          sql`${loggedSearches.searchedOn} > current_date - ${youngerThanDays}::int`,
        ),
      )
    return {}
  }
}
