import type { ListView } from '@mallhive/bff-catalog/router'
import type { ListAddress } from '../list-address.ts'

/** What the parts of a list of products share. */
export interface ListProps {
  /** Of the page that the list stands on. */
  path: string
  address: ListAddress
  /** Where the list is one category's. */
  category?: string
  list: ListView
}
