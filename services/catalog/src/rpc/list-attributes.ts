import type { ServiceImpl } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import { defaultLocale } from '@mallhive/contracts/locales'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { rows } from '../rows.ts'

type Labels = Record<string, string>
type AttributeRow = { name: string; isFacet: boolean; isAscending: boolean; labels: Labels }
type ValueRow = { name: string; value: string; labels: Labels }

/** Shops are no values of an attribute: ListSellers returns them. */
export function listAttributes({
  db,
}: Pick<Deps, 'db'>): ServiceImpl<typeof CatalogService>['listAttributes'] {
  return async () => {
    const [attributes, values] = await Promise.all([
      rows<AttributeRow>(
        db,
        sql`
          select name, coalesce(d.is_facet, false) as "isFacet", coalesce(d.is_ascending, false) as "isAscending",
            coalesce(t.labels, '{}') || case when d.label is null then '{}' else
              jsonb_build_object(${defaultLocale}::text, d.label) end as labels
          from catalog.attribute_definitions d
          full join (select name, jsonb_object_agg(locale, label) as labels from catalog.attribute_translations
            group by name) t using (name)
          where name <> 'seller' order by d.is_facet desc nulls last, d.position, name`,
      ),
      rows<ValueRow>(
        db,
        sql`
          select name, value, coalesce(t.labels, '{}') || case when v.label is null then '{}' else
              jsonb_build_object(${defaultLocale}::text, v.label) end as labels
          from (select * from catalog.facet_values where name <> 'seller') v
          full join (select name, value, jsonb_object_agg(locale, label) as labels from catalog.value_translations
            group by name, value) t using (name, value)
          order by name, value`,
      ),
    ])
    const byName = Map.groupBy(values, ({ name }) => name)
    return {
      attributes: attributes.map((attribute) => ({
        ...attribute,
        values: byName.get(attribute.name) ?? [],
      })),
    }
  }
}
