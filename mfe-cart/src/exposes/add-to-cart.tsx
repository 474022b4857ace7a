import { Button, Notice, QuantityField, icons } from '@mallhive/design-system'
import { BffForm, emit, Link } from '@mallhive/mfe-kit'
import { useState } from 'react'
import { useMessages } from '../add-to-cart-messages.ts'
import { AddFields } from '../parts/add-fields.tsx'
import { useAddKey } from '../use-add-key.ts'
import styles from './add-to-cart.module.css'

export type AddToCartProps = {
  sku: string
  priceMinor: number
  currency: string
  title: string
  /** Units left, undefined when unknown; 0 is sold out. */
  available?: number
  /** Called after it was put in the cart by a script. */
  onAdded?: () => void
}

/** Quantity and button. Without JavaScript the form redirects to the cart; with it the page stays open. */
export default function AddToCart({ sku, priceMinor, currency, title, available, onAdded }: AddToCartProps) {
  const t = useMessages()
  const [quantity, setQuantity] = useState('1')
  const [idempotencyKey, renewSoon] = useAddKey(`${sku} ${quantity}`)
  const [added, setAdded] = useState<string>()
  const soldOut = available !== undefined && available <= 0

  function onDone() {
    renewSoon()
    setAdded(sku)
    emit('cart:updated')
    onAdded?.()
  }

  return (
    <BffForm
      bff="cart"
      procedure="addItem"
      formId={`cart/addItem/${sku}`}
      onDone={onDone}
      className={styles.form}
      key={sku}
    >
      {({ pending, errors, formError, values }) => (
        <div className={styles.box}>
          <AddFields {...{ sku, priceMinor, currency, idempotencyKey }} />
          <div className={styles.row}>
            {soldOut ? null : (
              <QuantityField
                label={t('add.quantity', { title })}
                defaultValue={values['quantity'] ?? 1}
                max={available}
                className={styles.quantity}
                onInput={(event) => setQuantity(event.currentTarget.value)}
                onValueChange={(value) => setQuantity(String(value))}
              />
            )}
            <Button
              type="submit"
              variant={soldOut ? 'secondary' : 'primary'}
              size="l"
              icon={icons.bag}
              pending={pending}
              disabled={soldOut}
              className={styles.submit}
              block
            >
              {t(soldOut ? 'add.sold-out' : 'add.submit')}
            </Button>
          </div>
          <div aria-live="polite">
            {added === sku && !pending && !formError && !errors['quantity'] ? (
              <p className={styles.added}>
                {t('add.done', { link: (text) => <Link href="/cart">{text}</Link> })}
              </p>
            ) : null}
          </div>
          {formError || errors['quantity'] ? (
            <Notice tone="berry" role="alert">
              {formError ?? errors['quantity']}
            </Notice>
          ) : null}
        </div>
      )}
    </BffForm>
  )
}
