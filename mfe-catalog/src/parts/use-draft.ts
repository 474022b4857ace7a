import { useShell } from '@mallhive/mfe-kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { bff } from '../bff.ts'
import { type ListAddress, hrefOf, toInput } from '../list-address.ts'
import type { ListProps } from './list-props.ts'

/** The width from which filters are a sidebar and no sheet; filter-panel.module.css and product-list.module.css share it. */
const sheetWidth = '(max-width: 56rem)'

/** On a wide page a choice applies at once. In the sheet choices are tried out, counted, and taken over together. */
export function useDraft({ path, address, category, list }: ListProps) {
  const { navigate, currency } = useShell()
  const [tried, setTried] = useState<{ from: ListAddress; to: ListAddress }>()
  // A draft belongs to the list that it was begun on.
  const draft = tried?.from === address ? tried.to : address
  const { data } = useQuery({
    ...bff.useTRPC().listProducts.queryOptions({ ...toInput(draft, currency), category }),
    enabled: draft !== address,
    placeholderData: keepPreviousData,
  })

  /** Takes the choice, or answers that it is a link like any other. */
  function tryOut(change: Partial<ListAddress>): boolean {
    if (!matchMedia(sheetWidth).matches) return false
    setTried({ from: address, to: { ...draft, ...change, cursor: undefined } })
    return true
  }

  function choose(change: Partial<ListAddress>) {
    if (!tryOut(change)) navigate(hrefOf(path, address, change), { scroll: false })
  }

  /** Closes the sheet and shows the list as it was tried out. */
  function takeOver() {
    // The sheet is open for as long as the address points at it; only the browser's own navigation changes that.
    location.replace('#results')
    if (draft !== address) navigate(hrefOf(path, draft), { replace: true, scroll: false })
  }

  return { draft, shown: draft === address ? list : (data?.list ?? list), tryOut, choose, takeOver }
}
