import type { ServiceImpl } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
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
}

export function listCategories({
  db,
}: Pick<Deps, 'db'>): ServiceImpl<typeof CatalogService>['listCategories'] {
  return async () => ({
    categories: await rows<CategoryRow>(
      db,
      sql`
        select id, slug, name, coalesce(parent_id::text, '') as "parentId", tint_hue as "tintHue", description,
          product_count as "productCount", image
        from catalog.categories order by position`,
    ),
  })
}
