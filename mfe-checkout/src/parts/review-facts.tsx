import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { Link } from '@mallhive/mfe-kit'
import type { ReactNode } from 'react'
import { useMessages } from '../messages.ts'
import { AddressLines } from './address-lines.tsx'
import styles from './review-facts.module.css'

/** The inputs of the checkout, each with a link to change it. */
export function ReviewFacts({ checkout }: { checkout: CheckoutView }) {
  const t = useMessages()
  const method = checkout.shippingMethods.find(({ id }) => id === checkout.shippingMethodId)
  return (
    <div className={styles.facts}>
      <Fact fact="address" href={`/checkout/${checkout.id}/address`}>
        {checkout.address ? <AddressLines address={checkout.address} /> : null}
        <p className={styles.email}>{checkout.email}</p>
      </Fact>
      <Fact fact="shipping" href={`/checkout/${checkout.id}/shipping`}>
        {method ? (
          <p>
            {t('review.shipping.days', {
              method: t('shipping.method', { method: method.id }),
              least: method.minDays,
              most: method.maxDays,
            })}
          </p>
        ) : null}
      </Fact>
      <Fact fact="payment" href={`/checkout/${checkout.id}/payment`}>
        <p>{checkout.paymentLabel || t('review.payment.card')}</p>
      </Fact>
    </div>
  )
}

type FactProps = { fact: 'address' | 'shipping' | 'payment'; href: string; children: ReactNode }

function Fact({ fact, href, children }: FactProps) {
  const t = useMessages()
  return (
    <section className={styles.fact}>
      <h2 className={styles.title}>{t(`review.${fact}`)}</h2>
      <div className={styles.words}>{children}</div>
      <Link href={href} className={styles.change} aria-label={t(`review.${fact}.change`)}>
        {t('review.change')}
      </Link>
    </section>
  )
}
