import type { ListView } from '@mallhive/bff-catalog/router'
import type { ListAddress } from '../list-address.ts'

/** Props shared by the parts of a product list. */
export interface ListProps {
  /** Path of the list's page. */
  path: string
  address: ListAddress
  /** Slug of the category, for a category page. */
  category?: string
  list: ListView
}
