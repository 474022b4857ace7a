import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import { sql, type SQL } from 'drizzle-orm'
import type { Db } from '@mallhive/service-kit/db'
import { rows } from '../rows.ts'

export type Filter = { name: string; values: string[] }
export type PriceBounds = { min?: number | undefined; max?: number | undefined }
export type FacetCount = {
  name: string
  value: string
  label: string
  /** The label in the language of the list; null where it has none. */
  translation: string | null
  count: number
}
export type Summary = { counts: FacetCount[]; total: number; lowest: number; highest: number }

export const tagsOf = (filter: Filter) =>
  sql`${sql.param(filter.values.map((value) => `${filter.name}:${value}`))}::text[]`

export const withinPrice = ({ min = 0, max }: PriceBounds) =>
  max === undefined
    ? sql`price_minor >= ${min}::bigint`
    : sql`(price_minor >= ${min}::bigint and price_minor <= ${max}::bigint)`

/**
 * Returns facet counts and price bounds of a list. A facet's values are counted with all other filters applied, so each count
 * is the list's total with the value chosen; the price bounds ignore the price filter.
 */
export async function summarise(
  db: Db,
  scope: SQL,
  filters: Filter[],
  bounds: PriceBounds,
  locale: Locale = defaultLocale,
): Promise<Summary> {
  const misses = [
    ...filters.map((filter) => sql`case when not tags && ${tagsOf(filter)} then ${filter.name}::text end`),
    sql`case when not ${withinPrice(bounds)} then 'price' end`,
  ]
  const [summary] = await rows<Summary>(
    db,
    sql`
      with scope as materialized (
        select price_minor, tags, array_remove(array[${sql.join(misses, sql`, `)}], null) as misses
        from catalog.listings where ${scope}),
      counted as (
        select split_part(tag, ':', 1) as name, split_part(tag, ':', 2) as value, count(*)::int as count
        from scope cross join lateral unnest(tags) tag
        where cardinality(misses) = 0 or misses = array[split_part(tag, ':', 1)]
        group by tag)
      select
        (select count(*)::int from scope where cardinality(misses) = 0) as total,
        coalesce((select min(price_minor) from scope where misses <@ array['price'])::float8, 0) as lowest,
        coalesce((select max(price_minor) from scope where misses <@ array['price'])::float8, 0) as highest,
        coalesce((
          select json_agg(json_build_object('name', name, 'value', value, 'label', coalesce(f.label, value),
            'translation', t.label, 'count', count))
          from counted left join catalog.facet_values f using (name, value)
          left join (select * from catalog.value_translations where locale = ${locale}) t using (name, value)), '[]') as counts`,
  )
  return summary!
}
