import type { ServiceImpl } from '@connectrpc/connect'
import { localeOfTag } from '@mallhive/contracts/locales'
import type { SearchService } from '@mallhive/contracts/search'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { isPersonal } from '../log/is-personal.ts'
import { knownId } from '../log/known-id.ts'
import { openDailyRoom } from '../log/open-daily-room.ts'
import { loggedSearches } from '../schema.ts'

const mostTotal = 1_000_000_000
/** Far more than shoppers search for. */
const mostADay = 500_000

/** The caller has asked for the shopper's consent: of the caller's token nothing is read. */
export function logSearch(
  { db }: Pick<Deps, 'db'>,
  room = openDailyRoom(mostADay),
): ServiceImpl<typeof SearchService>['logSearch'] {
  return async ({ id, query, locale, total, correctedTo }) => {
    const text = asKept(query)
    const corrected = asKept(correctedTo)
    if (text === '' || isPersonal(text) || isPersonal(corrected) || !room.isLeft()) return {}
    const { rowCount } = await db
      .insert(loggedSearches)
      .values({
        id: knownId(id),
        searchedOn: sql`current_date`,
        query: text,
        locale: localeOfTag(locale),
        total: Math.min(Math.max(total, 0), mostTotal),
        correctedTo: corrected === '' || corrected === text ? null : corrected,
      })
      .onConflictDoNothing()
    if (rowCount) room.take()
    return {}
  }
}

/** The same for all ways to type a query, so that these are counted together. */
const asKept = (query: string) => query.trim().replaceAll(/\s+/gu, ' ').toLowerCase()
