import { sql } from 'drizzle-orm'
import type { Executor } from '@mallhive/service-kit/db'

/**
 * Rewrites the listings of these products, which lists and searches read. Touches rows of these products only, so concurrent
 * transactions do not block each other; `learnNames` and `recountCategories` write shared rows after them.
 */
export async function refreshListings(tx: Executor, productIds: string[]): Promise<void> {
  const chosen = sql`p.status = 'active' and p.id = any(${sql.param(productIds)}::uuid[])`

  await tx.execute(sql`delete from catalog.listings where product_id = any(${sql.param(productIds)}::uuid[])`)
  await tx.execute(sql`
    with facets as materialized (
      select p.id, fv.name, fv.value
      from catalog.products p cross join lateral catalog.facets_of(p) fv
      where ${chosen}
        and fv.name in (select name from catalog.attribute_definitions where is_facet and name <> 'seller')
    ), tags as (
      select id, array_agg(distinct name || ':' || value) as list from facets group by id
    ), described as materialized (
      select p.id, leaf.id as leaf_id, coalesce(leaf.parent_id, leaf.id) as top_id, tags.list || ('seller:' || s.slug) as tags,
        (extract(epoch from p.created_at) * 1000)::bigint as newest_key,
        ((p.rating_average * p.rating_count + 38) / (p.rating_count + 10) * 1000)::bigint as rating_key,
        (p.rating_average * p.rating_count)::bigint as popularity,
        p.featured,
        jsonb_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'categorySlug', leaf.slug,
          'tintHue', leaf.tint_hue, 'image', p.images -> 0, 'ratingAverage', round(p.rating_average::numeric, 1),
          'ratingCount', p.rating_count,
          'skus', (select array_agg(v.sku order by v.position) from catalog.variants v where v.product_id = p.id),
          'seller', jsonb_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'city', s.city, 'country', s.country)) as card,
        setweight(to_tsvector('catalog.mall', p.title), 'A') ||
        setweight(to_tsvector('catalog.mall', concat_ws(' ', leaf.name, s.name,
          (select string_agg(v ->> 'label', ' ') from jsonb_path_query(p.options, '$[*].values[*]') v))), 'B') ||
        setweight(to_tsvector('catalog.mall',
          coalesce((select string_agg(a ->> 'value', ' ') from jsonb_array_elements(p.attributes) a), '')), 'C') ||
        setweight(to_tsvector('catalog.mall', p.description), 'D') as document
      from catalog.products p
      join catalog.categories leaf on leaf.id = p.category_id
      join catalog.sellers s on s.id = p.seller_id
      left join tags on tags.id = p.id
      where ${chosen}
    )
    insert into catalog.listings
    select d.id, price.currency, d.leaf_id, d.top_id, d.tags, price.lowest, price.was, price.lowest <> price.highest,
      d.newest_key, d.rating_key, d.popularity, d.featured, d.card, d.document
    from described d
    cross join lateral (
      select pr.currency, min(pr.price_minor) as lowest, max(pr.price_minor) as highest,
        (array_agg(pr.was_minor order by pr.price_minor, v.position))[1] as was
      from catalog.variants v join catalog.prices pr using (sku) where v.product_id = d.id group by pr.currency) price`)
}
