import type { ListView } from '@mallhive/bff-catalog/router'
import { Notice } from '@mallhive/design-system'
import type { ListAddress } from '../list-address.ts'
import { useMessages } from '../messages.ts'

interface PriceRefusedProps {
  address: Pick<ListAddress, 'min' | 'max'>
  errors: ListView['prices']['errors']
}

/** Says which price bound is not applied. On phones the form with its errors is in the closed sheet. */
export function PriceRefused({ address, errors }: PriceRefusedProps) {
  const t = useMessages()
  const refused = (['min', 'max'] as const).flatMap((bound) => {
    const error = errors[bound]
    return error ? [{ bound, typed: address[bound] ?? '', why: t(`price.error.${error}`) }] : []
  })
  if (refused.length === 0) return null
  return (
    <Notice tone="berry" title={t('price.refused.title')} role="alert">
      {refused.map(({ bound, typed, why }) => (
        <p key={bound}>{t('price.refused.bound', { typed, why })}</p>
      ))}
    </Notice>
  )
}
