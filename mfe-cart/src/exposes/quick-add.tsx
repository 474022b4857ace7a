import { IconButton, icons, useToast } from '@mallhive/design-system'
import { BffForm, emit, useShell } from '@mallhive/mfe-kit'
import { useState } from 'react'
import { useMessages } from '../quick-add-messages.ts'
import { AddFields } from '../parts/add-fields.tsx'
import { useAddKey } from '../use-add-key.ts'
import styles from './quick-add.module.css'

export type QuickAddProps = {
  sku: string
  priceMinor: number
  currency: string
  title: string
  /** Called after it was put in the cart by a script. */
  onAdded?: () => void
}

const confirmedMs = 2000

/** Adds one unit from a card, for products without options. Without JavaScript it redirects to the cart. */
export default function QuickAdd({ sku, priceMinor, currency, title, onAdded }: QuickAddProps) {
  const t = useMessages()
  const { navigate } = useShell()
  const [idempotencyKey, renewSoon] = useAddKey(sku)
  const [added, setAdded] = useState(false)
  const toast = useToast()

  function onDone() {
    renewSoon()
    setAdded(true)
    setTimeout(() => setAdded(false), confirmedMs)
    emit('cart:updated')
    onAdded?.()
    toast({
      title: t('quick.done', { title }),
      action: { label: t('quick.view'), onPress: () => navigate('/cart') },
    })
  }

  return (
    <BffForm bff="cart" procedure="addItem" formId={`cart/quickAdd/${sku}`} onDone={onDone}>
      {({ pending, errors, formError }) => (
        <>
          <AddFields {...{ sku, priceMinor, currency, idempotencyKey }} />
          <input type="hidden" name="quantity" value="1" />
          <IconButton
            type="submit"
            icon={added ? icons.check : icons.plus}
            label={t('quick.submit', { title })}
            aria-busy={pending || undefined}
            className={styles.button}
          />
          {formError || errors['quantity'] ? (
            <p className={styles.error} role="alert">
              {formError ?? errors['quantity']}
            </p>
          ) : null}
        </>
      )}
    </BffForm>
  )
}
