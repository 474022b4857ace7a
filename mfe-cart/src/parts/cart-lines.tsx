import type { CartLineView, CartView } from '@mallhive/bff-cart/router'
import { useToast, VisuallyHidden } from '@mallhive/design-system'
import { emit, newKey } from '@mallhive/mfe-kit'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { bff } from '../bff.ts'
import { useMessages } from '../messages.ts'
import { CartLine } from './cart-line.tsx'
import styles from './cart-lines.module.css'

export function CartLines({ cart }: { cart: CartView }) {
  const t = useMessages()
  const heading = useRef<HTMLHeadingElement>(null)
  const toast = useToast()
  const addBack = useMutation(
    bff.useTRPC().addItem.mutationOptions({
      onSuccess: () => emit('cart:updated'),
      onError: (error) => toast({ title: t('lines.undo-failed'), description: error.message, tone: 'berry' }),
    }),
  )

  function onTaken() {
    emit('cart:updated')
    // The focused button was removed with its line.
    heading.current?.focus()
  }

  function onRemoved(line: CartLineView) {
    onTaken()
    const { sku, quantity, currency } = line
    const priceMinor = line.seenMinor ?? line.unitMinor
    const idempotencyKey = newKey()
    const undo = () => addBack.mutate({ sku, quantity, currency, priceMinor, idempotencyKey })
    const canReturn = line.state === 'ok' || line.state === 'short'
    toast({
      title: t('lines.removed', { title: line.title }),
      action: canReturn ? { label: t('lines.undo'), onPress: undo } : undefined,
    })
  }

  return (
    <section aria-labelledby="cart-lines">
      <h2 id="cart-lines" ref={heading} tabIndex={-1}>
        <VisuallyHidden>{t('lines.title')}</VisuallyHidden>
      </h2>
      <ul className={styles.lines}>
        {cart.lines.map((line) => (
          <CartLine key={line.sku} line={line} onRemoved={() => onRemoved(line)} onTaken={onTaken} />
        ))}
      </ul>
    </section>
  )
}
