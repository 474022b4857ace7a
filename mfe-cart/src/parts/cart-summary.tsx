import type { CartView } from '@mallhive/bff-cart/router'
import { Amount, LinkButton, Panel, SummaryList, icons } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'
import styles from './cart-summary.module.css'

export function CartSummary({ cart }: { cart: CartView }) {
  const t = useMessages()
  const { locale } = useShell()
  const subtotal = <Amount minor={cart.subtotalMinor} currency={cart.currency} locale={locale} size="l" />
  const hint = t('summary.items', { count: cart.itemCount })
  return (
    <Panel title={t('summary.title')} className={styles.summary}>
      <SummaryList rows={[{ label: t('summary.subtotal'), hint, value: subtotal, strong: true }]} />
      <p className={styles.note}>{t('summary.later')}</p>
      {cart.ready ? (
        <LinkButton href="/checkout" variant="primary" size="l" icon={icons.lock} block>
          {t('summary.checkout')}
        </LinkButton>
      ) : (
        <p className={styles.held}>{t('summary.held')}</p>
      )}
      <LinkButton href="/" variant="quiet" block>
        {t('summary.continue')}
      </LinkButton>
    </Panel>
  )
}
