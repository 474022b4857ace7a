import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { Amount, LinkButton, Notice, PageWidth, Steps } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { type ReactNode, useEffect } from 'react'
import { useMessages } from '../messages.ts'
import { settled } from '../settled.ts'
import { type StepName, steps } from '../steps.ts'
import { OrderSummary } from './order-summary.tsx'
import styles from './checkout-frame.module.css'

type CheckoutFrameProps = { checkout: CheckoutView; step: StepName; title: string; children: ReactNode }

/** Frame of every step: progress, links back and the order summary. */
export function CheckoutFrame({ checkout, step, title, children }: CheckoutFrameProps) {
  const t = useMessages()
  const { locale, currency, navigate, search } = useShell()
  useEffect(() => {
    if (settled.has(checkout.id)) navigate(`/checkout/${checkout.id}/done`, { replace: true })
  }, [checkout.id, navigate])
  const links = steps.map((name) => ({ label: t(`steps.${name}`), href: `/checkout/${checkout.id}/${name}` }))
  const count = checkout.lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const total = () => (
    <Amount minor={checkout.totals.totalMinor} currency={checkout.currency} locale={locale} />
  )
  return (
    <PageWidth className={styles.page}>
      <div className={styles.main}>
        <Steps steps={links} current={steps.indexOf(step)} label={t('steps.label')} />
        <h1>{title}</h1>
        <a href="#order-summary" className={styles.jump}>
          {t('frame.items', { count, total })}
        </a>
        {search['replaced'] === undefined ? null : (
          <Notice tone="honey" role="alert" title={t('frame.replaced.title')}>
            {t('frame.replaced.words')}
          </Notice>
        )}
        {currency === checkout.currency ? null : (
          <Notice
            tone="honey"
            title={t('frame.currency.title', { currency: checkout.currency })}
            action={<LinkButton href="/checkout">{t('frame.currency.restart', { currency })}</LinkButton>}
          >
            {t('frame.currency.words', { currency })}
          </Notice>
        )}
        {children}
      </div>
      <OrderSummary checkout={checkout} />
    </PageWidth>
  )
}
