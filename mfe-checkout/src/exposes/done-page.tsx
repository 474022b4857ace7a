import { PageWidth } from '@mallhive/design-system'
import { type Loaded, type LoaderContext, type Meta, redirect } from '@mallhive/mfe-kit'
import { useEffect } from 'react'
import { bff } from '../bff.ts'
import { messages } from '../messages.ts'
import { AtTheBank } from '../parts/at-the-bank.tsx'
import { Expired } from '../parts/expired.tsx'
import { SoldOut } from '../parts/sold-out.tsx'
import { ThankYou } from '../parts/thank-you.tsx'
import { Unpaid } from '../parts/unpaid.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { settled } from '../settled.ts'
import { loadCheckout } from '../steps.ts'
import styles from './done-page.module.css'

/** Loads the outcome of a checkout, for any state of it. */
export async function loader(ctx: LoaderContext) {
  const checkout = await loadCheckout(ctx)
  if (checkout.state === 'open') redirect(`/checkout/${checkout.id}/review`)
  if (checkout.failure === 'declined' || checkout.failure === 'challenge-failed') {
    const next = await bff.caller(ctx).retryCheckout.mutate({ checkoutId: checkout.id, declined: true })
    redirect(next.redirectTo)
  }
  return { checkout }
}

export function meta({ checkout }: Loaded<typeof loader>, ctx: LoaderContext): Meta {
  return { title: messages(ctx)(`meta.done.${checkout.state}`), robots: 'noindex' }
}

export default function DonePage({ data: { checkout } }: { data: Loaded<typeof loader> }) {
  useEffect(() => void settled.add(checkout.id), [checkout.id])
  return (
    <PageWidth narrow className={styles.page}>
      {checkout.state === 'done' ? <ThankYou checkout={checkout} /> : null}
      {checkout.state === 'unpaid' ? <Unpaid checkout={checkout} /> : null}
      {checkout.state === 'placing' ? <Waiting checkout={checkout} /> : null}
      {checkout.state === 'challenged' ? <AtTheBank checkout={checkout} /> : null}
      {checkout.failure === 'out-of-stock' ? <SoldOut checkout={checkout} /> : null}
      {checkout.failure === 'expired' ? <Expired checkoutId={checkout.id} /> : null}
    </PageWidth>
  )
}
