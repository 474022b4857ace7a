import { sql } from 'drizzle-orm'
import type { Executor } from '@mallhive/service-kit/db'
import { facets } from './facet-names.ts'

/**
 * Derives everything that lists and searches read from the product tables: listings, facet labels, the vocabulary and the
 * categories' counts. `productIds` null means the whole catalogue.
 */
export async function refreshListings(tx: Executor, productIds: string[] | null): Promise<void> {
  const ids = sql`${sql.param(productIds)}::uuid[]`
  const chosen = sql`(${ids} is null or p.id = any(${ids}))`
  // The shop is a facet of its own, which no option or attribute may pass itself off as.
  const written = facets.map((facet) => facet.name).filter((name) => name !== 'seller')
  const names = sql`${sql.param(written)}::text[]`

  await tx.execute(sql`delete from catalog.listings p where ${ids} is null or p.product_id = any(${ids})`)
  await tx.execute(sql`
    insert into catalog.listings
    select p.id, price.currency, leaf.id, coalesce(leaf.parent_id, leaf.id), tags.list,
      price.lowest, price.was, price.lowest <> price.highest,
      (extract(epoch from p.created_at) * 1000)::bigint,
      ((p.rating_average * p.rating_count + 38) / (p.rating_count + 10) * 1000)::bigint,
      (p.rating_average * p.rating_count)::bigint,
      p.featured,
      jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'categorySlug', leaf.slug,
        'tintHue', leaf.tint_hue, 'image', p.images -> 0, 'ratingAverage', round(p.rating_average::numeric, 1),
        'ratingCount', p.rating_count, 'skus', skus.list,
        'seller', jsonb_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'city', s.city, 'country', s.country)),
      setweight(to_tsvector('catalog.mall', p.title), 'A') ||
      setweight(to_tsvector('catalog.mall', concat_ws(' ', leaf.name, s.name, texts.options)), 'B') ||
      setweight(to_tsvector('catalog.mall', texts.attributes), 'C') ||
      setweight(to_tsvector('catalog.mall', p.description), 'D')
    from catalog.products p
    join catalog.categories leaf on leaf.id = p.category_id
    join catalog.sellers s on s.id = p.seller_id
    cross join lateral (select array_agg(v.sku order by v.position) as list from catalog.variants v where v.product_id = p.id) skus
    cross join lateral (
      select pr.currency, min(pr.price_minor) as lowest, max(pr.price_minor) as highest,
        (array_agg(pr.was_minor order by pr.price_minor, v.position))[1] as was
      from catalog.variants v join catalog.prices pr using (sku) where v.product_id = p.id group by pr.currency) price
    cross join lateral (
      select
        coalesce((select string_agg(v ->> 'label', ' ') from jsonb_path_query(p.options, '$[*].values[*]') v), '') as options,
        coalesce((select string_agg(a ->> 'value', ' ') from jsonb_array_elements(p.attributes) a), '') as attributes) texts
    cross join lateral (
      select array_agg(distinct fv.name || ':' || fv.value) || ('seller:' || s.slug) as list
      from catalog.facets_of(p) fv where fv.name = any(${names})) tags
    where p.status = 'active' and ${chosen}`)
  await tx.execute(sql`
    insert into catalog.facet_values
    select fv.name, fv.value, min(fv.label)
    from catalog.products p cross join lateral catalog.facets_of(p) fv
    where fv.name = any(${names}) and p.status = 'active' and ${chosen}
    group by fv.name, fv.value
    on conflict (name, value) do update set label = excluded.label where facet_values.label <> excluded.label`)
  await tx.execute(sql`
    insert into catalog.facet_values
    select 'seller', s.slug, s.name from catalog.sellers s
    where exists (select from catalog.products p where p.seller_id = s.id and p.status = 'active' and ${chosen})
    on conflict (name, value) do update set label = excluded.label where facet_values.label <> excluded.label`)
  await tx.execute(sql`
    insert into catalog.words
    select word, coalesce((ts_lexize('english_stem', word))[1], word)
    from (
      select distinct word
      from catalog.products p
      join catalog.categories leaf on leaf.id = p.category_id
      join catalog.sellers s on s.id = p.seller_id
      cross join lateral unnest(tsvector_to_array(to_tsvector('simple', public.unaccent(
        concat_ws(' ', p.title, p.description, leaf.name, s.name, p.options::text, p.attributes::text))))) word
      where p.status = 'active' and ${chosen} and word ~ '^[a-z]{3,}$') found
    on conflict (word) do nothing`)
  await tx.execute(sql`
    update catalog.categories c set product_count = counted.n
    from (
      select c.id, count(p.id) as n
      from catalog.categories c
      join catalog.categories leaf on leaf.id = c.id or leaf.parent_id = c.id
      left join catalog.products p on p.category_id = leaf.id and p.status = 'active'
      group by c.id) counted
    where counted.id = c.id and counted.n <> c.product_count`)
}
