import type { CartView } from '@mallhive/bff-cart/router'
import { Amount, LinkButton, Panel, SummaryList, icons } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import styles from './cart-summary.module.css'

export function CartSummary({ cart }: { cart: CartView }) {
  const { locale } = useShell()
  const subtotal = <Amount minor={cart.subtotalMinor} currency={cart.currency} locale={locale} size="l" />
  const hint = cart.itemCount === 1 ? '1 thing' : `${cart.itemCount} things`
  return (
    <Panel title="Summary" className={styles.summary}>
      <SummaryList rows={[{ label: 'Subtotal', hint, value: subtotal, strong: true }]} />
      <p className={styles.note}>Shipping and tax come next, when we know where it goes.</p>
      {cart.ready ? (
        <LinkButton href="/checkout" variant="primary" size="l" icon={icons.lock} block>
          Checkout
        </LinkButton>
      ) : (
        <p className={styles.held}>You can check out once every thing in your cart can be bought.</p>
      )}
      <LinkButton href="/" variant="quiet" block>
        Keep looking
      </LinkButton>
    </Panel>
  )
}
