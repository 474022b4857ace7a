import type { ListView } from '@mallhive/bff-catalog/router'
import { Notice } from '@mallhive/design-system'
import type { ListAddress } from '../list-address.ts'

interface PriceRefusedProps {
  address: Pick<ListAddress, 'min' | 'max'>
  errors: ListView['prices']['errors']
}

/** Says which price bound is not applied. On phones the form with its errors is in the closed sheet. */
export function PriceRefused({ address, errors }: PriceRefusedProps) {
  const refused = (['min', 'max'] as const).filter((bound) => errors[bound])
  if (refused.length === 0) return null
  return (
    <Notice tone="berry" title="This price filter is not applied" role="alert">
      {refused.map((bound) => (
        <p key={bound}>
          “{address[bound]}”: {errors[bound]}
        </p>
      ))}
    </Notice>
  )
}
