import type { Executor } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'

/**
 * Inserts the facet labels and the words of these products. Call it after their transaction, on the pool, so that a new word of
 * two concurrent saves is locked for one statement only. Until then a value shows its name as label. The first label of a value
 * stays, because a shop must not reword the mall's facets.
 */
export async function learnNames(db: Executor, productIds: string[]): Promise<void> {
  const chosen = sql`p.status = 'active' and p.id = any(${sql.param(productIds)}::uuid[])`
  await db.execute(sql`
    insert into catalog.facet_values
    select name, value, label from (
      select fv.name, fv.value, min(fv.label) as label
      from catalog.products p cross join lateral catalog.facets_of(p) fv
      join catalog.attribute_definitions d on d.name = fv.name and d.is_facet
      where ${chosen} group by fv.name, fv.value
      union all
      select 'seller', slug, name from catalog.sellers s
      where exists (select from catalog.products p where p.seller_id = s.id and ${chosen})) found
    where not exists (
      select from catalog.facet_values known
      where (known.name, known.value) = (found.name, found.value)
        and (known.label = found.label or known.name <> 'seller'))
    order by name, value
    on conflict (name, value) do update set label = excluded.label where facet_values.name = 'seller'`)
  await db.execute(sql`
    insert into catalog.words
    select word, coalesce((ts_lexize('english_stem', word))[1], word)
    from (
      select distinct word
      from catalog.products p
      join catalog.categories leaf on leaf.id = p.category_id
      join catalog.sellers s on s.id = p.seller_id
      cross join lateral unnest(tsvector_to_array(to_tsvector('simple', public.unaccent(
        concat_ws(' ', p.title, p.description, leaf.name, s.name, p.options::text, p.attributes::text))))) word
      where ${chosen} and word ~ '^[a-z]{3,}$') found
    where not exists (select from catalog.words known where known.word = found.word)
    order by word
    on conflict (word) do nothing`)
}
