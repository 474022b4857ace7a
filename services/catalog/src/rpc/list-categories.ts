import type { ServiceImpl } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import { defaultLocale, localeOfTag } from '@mallhive/contracts/locales'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { ImageRecord } from '../product/record.ts'
import { rows } from '../rows.ts'

type CategoryRow = {
  id: string
  slug: string
  name: string
  parentId: string
  tintHue: number
  description: string
  productCount: number
  image: ImageRecord
  locale: string
}

export function listCategories({
  db,
}: Pick<Deps, 'db'>): ServiceImpl<typeof CatalogService>['listCategories'] {
  return async ({ locale }) => ({
    categories: await rows<CategoryRow>(
      db,
      sql`
        select id, slug, coalesce(t.name, c.name) as name, coalesce(parent_id::text, '') as "parentId",
          tint_hue as "tintHue", coalesce(t.description, c.description) as description,
          product_count as "productCount", image, coalesce(t.locale, ${defaultLocale}) as locale
        from catalog.categories c
        left join catalog.category_translations t on t.category_id = c.id and t.locale = ${localeOfTag(locale)}
        order by position`,
    ),
  })
}
