import type { ServiceImpl } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import { defaultLocale, localeOfTag } from '@mallhive/contracts/locales'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { cardColumns, type ListingRow, toCard } from '../listing/card.ts'
import { matches, titleRank } from '../listing/matches.ts'
import { knownCurrency } from '../listing/scope.ts'
import { searchTerms } from '../listing/search-terms.ts'
import type { ImageRecord } from '../product/record.ts'
import { rows } from '../rows.ts'

type CategoryRow = {
  id: string
  slug: string
  name: string
  parentId: string
  tintHue: number
  image: ImageRecord
  locale: string
}

export function suggest({ db }: Pick<Deps, 'db'>): ServiceImpl<typeof CatalogService>['suggest'] {
  return async (request) => {
    const terms = await searchTerms(db, request.query)
    if (!terms) return {}
    const currency = knownCurrency(request.currency)
    const locale = localeOfTag(request.locale)
    const found = matches(terms, currency, locale)
    const limit = Math.min(Math.max(request.limit || 6, 1), 20)
    const [listings, categories] = await Promise.all([
      rows<ListingRow>(
        db,
        sql`
          select ${cardColumns(locale)}
          from catalog.listings l
          where currency = ${currency} and ${found}
          order by ${titleRank(terms, locale)} desc, popularity desc, product_id limit ${limit}`,
      ),
      rows<CategoryRow>(
        db,
        sql`
          select c.id, c.slug, coalesce(t.name, c.name) as name, coalesce(c.parent_id::text, '') as "parentId",
            c.tint_hue as "tintHue", c.image, coalesce(t.locale, ${defaultLocale}) as locale
          from catalog.categories c
          left join catalog.category_translations t on t.category_id = c.id and t.locale = ${locale}
          join (
            select leaf_id, count(*) as hits from catalog.listings
            where currency = ${currency} and ${found} group by leaf_id) found on found.leaf_id = c.id
          order by hits desc, c.position limit 3`,
      ),
    ])
    return { products: listings.map(toCard), categories }
  }
}
