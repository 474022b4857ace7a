import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { Amount, LinkButton, Notice, PageWidth, Steps } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { type ReactNode, useEffect } from 'react'
import { settled } from '../settled.ts'
import { type StepName, steps } from '../steps.ts'
import { OrderSummary } from './order-summary.tsx'
import styles from './checkout-frame.module.css'

const labels: Record<StepName, string> = {
  address: 'Address',
  shipping: 'Shipping',
  payment: 'Payment',
  review: 'Review',
}

type CheckoutFrameProps = { checkout: CheckoutView; step: StepName; title: string; children: ReactNode }

/** Frame of every step: progress, links back and the order summary. */
export function CheckoutFrame({ checkout, step, title, children }: CheckoutFrameProps) {
  const { locale, currency, navigate, search } = useShell()
  useEffect(() => {
    if (settled.has(checkout.id)) navigate(`/checkout/${checkout.id}/done`, { replace: true })
  }, [checkout.id, navigate])
  const links = steps.map((name) => ({ label: labels[name], href: `/checkout/${checkout.id}/${name}` }))
  const count = checkout.lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <PageWidth className={styles.page}>
      <div className={styles.main}>
        <Steps steps={links} current={steps.indexOf(step)} label="Checkout" />
        <h1>{title}</h1>
        <a href="#order-summary" className={styles.jump}>
          {count === 1 ? '1 item' : `${count} items`},{' '}
          <Amount minor={checkout.totals.totalMinor} currency={checkout.currency} locale={locale} />
        </a>
        {search['replaced'] === undefined ? null : (
          <Notice tone="honey" role="alert" title="You are now in your newer checkout">
            The earlier one is closed, and you have not been charged for it. What you have just entered is
            saved here. Please check the items before you place the order.
          </Notice>
        )}
        {currency === checkout.currency ? null : (
          <Notice
            tone="honey"
            title={`This checkout stays in ${checkout.currency}`}
            action={<LinkButton href="/checkout">Start again in {currency}</LinkButton>}
          >
            You have switched the mall to {currency}. Your address is kept when you start again; shipping and
            payment are chosen anew.
          </Notice>
        )}
        {children}
      </div>
      <OrderSummary checkout={checkout} />
    </PageWidth>
  )
}
