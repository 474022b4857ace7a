import type { CartView } from '@mallhive/bff-cart/router'
import { Amount, LinkButton, Panel, SummaryList, icons } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import styles from './cart-summary.module.css'

export function CartSummary({ cart }: { cart: CartView }) {
  const { locale } = useShell()
  const subtotal = <Amount minor={cart.subtotalMinor} currency={cart.currency} locale={locale} size="l" />
  const hint = cart.itemCount === 1 ? '1 item' : `${cart.itemCount} items`
  return (
    <Panel title="Summary" className={styles.summary}>
      <SummaryList rows={[{ label: 'Subtotal', hint, value: subtotal, strong: true }]} />
      <p className={styles.note}>Shipping and tax are calculated at checkout.</p>
      {cart.ready ? (
        <LinkButton href="/checkout" variant="primary" size="l" icon={icons.lock} block>
          Checkout
        </LinkButton>
      ) : (
        <p className={styles.held}>You can check out once every item in your cart is available.</p>
      )}
      <LinkButton href="/" variant="quiet" block>
        Continue shopping
      </LinkButton>
    </Panel>
  )
}
