import type { ServiceImpl } from '@connectrpc/connect'
import type { SearchService } from '@mallhive/contracts/search'
import { type SQL, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { keptDays } from '../log/prune.ts'

/** Searches with results before their clicks tell something, and the share of clicks that is few. */
const enoughSearches = 5
const fewClicks = 0.2

type Row = {
  query: string
  locale: string
  searches: number
  withoutResults: number
  clicked: number
  added: number
  bought: number
  clickedPosition: number | null
  total: number
  correctedTo: string
}

export function getSearchReport({
  db,
}: Pick<Deps, 'db'>): ServiceImpl<typeof SearchService>['getSearchReport'] {
  return async ({ days, locale, limit }) => {
    const lastDays = Math.min(Math.max(days || keptDays, 1), keptDays)
    const most = Math.min(Math.max(limit || 20, 1), 100)
    const scope = sql`from search.logged_searches
      where searched_on > current_date - ${lastDays}::int and (${locale} = '' or locale = ${locale})`
    const list = async (having: SQL, order: SQL) => {
      const { rows } = await db.execute<Row>(sql`select query, locale, ${sums} ${scope}
        group by query, locale having ${having} order by ${order} desc, query, locale limit ${most}`)
      return rows.map(toLoggedQuery)
    }
    const sum = await db.execute<Row>(sql`select '' query, '' locale, ${sums} ${scope}`)
    const withResults = sql`count(*) filter (where total > 0)`
    const clicked = sql`count(*) filter (where total > 0 and (clicks > 0 or added))`
    return {
      sum: sum.rows.map(toLoggedQuery)[0],
      top: await list(sql`true`, sql`count(*)`),
      withoutResults: await list(
        sql`count(*) filter (where total = 0) > 0`,
        sql`count(*) filter (where total = 0)`,
      ),
      withFewClicks: await list(
        sql`${withResults} >= ${enoughSearches}::int and ${clicked} < ${fewClicks}::float8 * ${withResults}`,
        sql`${withResults} - ${clicked}`,
      ),
    }
  }
}

const sums = sql`count(*)::int searches, count(*) filter (where total = 0)::int "withoutResults",
  count(*) filter (where clicks > 0)::int clicked, count(*) filter (where added)::int added,
  count(*) filter (where bought)::int bought, avg(clicked_position)::float8 "clickedPosition",
  coalesce(max(total), 0) total,
  coalesce((array_agg(corrected_to order by searched_on desc) filter (where corrected_to is not null))[1], '') "correctedTo"`

const toLoggedQuery = ({ clickedPosition, ...row }: Row) => ({
  ...row,
  ...(clickedPosition !== null && { clickedPosition }),
})
