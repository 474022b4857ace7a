import type { ListView } from '@mallhive/bff-catalog/router'
import { TextField } from '@mallhive/design-system'
import { exponentOf, useShell } from '@mallhive/mfe-kit'
import type { ReactNode, Ref, SubmitEvent } from 'react'
import type { ListAddress } from '../list-address.ts'
import { useMessages } from '../messages.ts'
import { typedPrices } from '../typed-prices.ts'
import { HiddenParams } from './hidden-params.tsx'
import styles from './filter-panel.module.css'

interface PriceFormProps {
  ref: Ref<HTMLFormElement>
  address: ListAddress
  prices: ListView['prices']
  onChoose: (change: Pick<ListAddress, 'min' | 'max'>) => void
  submit: ReactNode
}

/** Form of the price bounds, in the shopper's currency. Without JavaScript `?` keeps the path with its locale. */
export function PriceForm({ ref, address, prices, onChoose, submit }: PriceFormProps) {
  const t = useMessages()
  const { currency } = useShell()
  const units = (minor: number) => minor / 10 ** exponentOf(currency)

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    onChoose(typedPrices(new FormData(event.currentTarget)))
  }

  return (
    <form
      ref={ref}
      key={`${address.min}-${address.max}`}
      action="?"
      className={styles.prices}
      onSubmit={onSubmit}
    >
      <HiddenParams address={address} except={['min', 'max']} />
      <TextField
        label={t('price.from', { currency })}
        name="min"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={address.min}
        error={prices.errors.min && t(`price.error.${prices.errors.min}`)}
        placeholder={String(Math.floor(units(prices.lowestMinor)))}
      />
      <TextField
        label={t('price.to', { currency })}
        name="max"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={address.max}
        error={prices.errors.max && t(`price.error.${prices.errors.max}`)}
        placeholder={String(Math.ceil(units(prices.highestMinor)))}
      />
      {submit}
    </form>
  )
}
