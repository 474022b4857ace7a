import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { Link } from '@mallhive/mfe-kit'
import type { ReactNode } from 'react'
import { AddressLines } from './address-lines.tsx'
import styles from './review-facts.module.css'

/** The inputs of the checkout, each with a link to change it. */
export function ReviewFacts({ checkout }: { checkout: CheckoutView }) {
  const method = checkout.shippingMethods.find(({ id }) => id === checkout.shippingMethodId)
  return (
    <div className={styles.facts}>
      <Fact title="Delivery" href={`/checkout/${checkout.id}/address`} change="the address">
        {checkout.address ? <AddressLines address={checkout.address} /> : null}
        <p className={styles.email}>{checkout.email}</p>
      </Fact>
      <Fact title="Shipping" href={`/checkout/${checkout.id}/shipping`} change="the shipping method">
        {method ? (
          <p>
            {method.label}, {method.minDays} to {method.maxDays} working days
          </p>
        ) : null}
      </Fact>
      <Fact title="Payment" href={`/checkout/${checkout.id}/payment`} change="the payment method">
        <p>{checkout.paymentLabel || 'Card'}</p>
      </Fact>
    </div>
  )
}

type FactProps = { title: string; href: string; change: string; children: ReactNode }

function Fact({ title, href, change, children }: FactProps) {
  return (
    <section className={styles.fact}>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.words}>{children}</div>
      <Link href={href} className={styles.change} aria-label={`Change ${change}`}>
        Change
      </Link>
    </section>
  )
}
