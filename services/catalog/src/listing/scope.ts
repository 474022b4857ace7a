import { sql, type SQL } from 'drizzle-orm'
import { type Currency, defaultCurrency, isCurrency } from '@mallhive/contracts/currencies'
import type { Db } from '@mallhive/service-kit/db'
import { rows } from '../rows.ts'
import { domainError } from '../reasons.ts'

/** Returns a condition for the listings of a category and its children. @throws DomainError CATEGORY_NOT_FOUND */
export async function inCategory(db: Db, slug: string): Promise<SQL> {
  const [category] = await rows<{ id: string; parentId: string | null }>(
    db,
    sql`select id, parent_id as "parentId" from catalog.categories where slug = ${slug}`,
  )
  if (!category) throw domainError('CATEGORY_NOT_FOUND', `no category "${slug}"`, { slug })
  return category.parentId ? sql`leaf_id = ${category.id}` : sql`top_id = ${category.id}`
}

/** Returns the currency of a request, or the default one when it names none. @throws DomainError CURRENCY_UNKNOWN */
export function knownCurrency(currency: string): Currency {
  if (currency === '') return defaultCurrency
  if (isCurrency(currency)) return currency
  throw domainError('CURRENCY_UNKNOWN', `the mall has no prices in "${currency}"`, {
    currency,
  })
}
