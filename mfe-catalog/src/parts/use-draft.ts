import { useShell } from '@mallhive/mfe-kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { bff } from '../bff.ts'
import { type ListAddress, hrefOf } from '../list-address.ts'
import { withTyped } from '../typed-prices.ts'
import type { ListProps } from './list-props.ts'

/** Up to this width the filters are a sheet; same breakpoint as in filter-panel.module.css and product-list.module.css. */
const sheetWidth = '(max-width: 56rem)'

/** Draft of the filters. On a wide page a choice applies at once; in the sheet choices are collected and applied together. */
export function useDraft({ path, address, category, list }: ListProps) {
  const { navigate } = useShell()
  const [tried, setTried] = useState<{ from: ListAddress; to: ListAddress }>()
  // A draft is valid only for the list that it started from.
  const draft = tried?.from === address ? tried.to : address
  const { data } = useQuery({
    ...bff.useTRPC().listProducts.queryOptions({ ...draft, category }),
    enabled: draft !== address,
    placeholderData: keepPreviousData,
  })

  /** Adds a choice to the draft; returns false when its link should be followed instead. */
  function tryOut(change: Partial<ListAddress>): boolean {
    if (!matchMedia(sheetWidth).matches) return false
    setTried({ from: address, to: { ...draft, ...change, page: undefined, cursor: undefined } })
    return true
  }

  function choose(change: Partial<ListAddress>) {
    if (!tryOut(change)) navigate(hrefOf(path, address, change), { scroll: false })
  }

  /** Closes the sheet and applies the draft, with what stands in its price fields. */
  function takeOver(prices: FormData) {
    // The sheet is open while it is the URL's `:target`, which only a navigation of the browser changes.
    location.replace('#results')
    const chosen = withTyped(draft, prices)
    if (chosen !== address) navigate(hrefOf(path, chosen), { replace: true, scroll: false })
  }

  return { draft, shown: draft === address ? list : (data?.list ?? list), tryOut, choose, takeOver }
}
