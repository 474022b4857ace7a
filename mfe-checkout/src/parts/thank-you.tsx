import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { LinkButton, PageHeading, Panel, Row, Stack, Timeline } from '@mallhive/design-system'
import { emit, Link } from '@mallhive/mfe-kit'
import { useEffect } from 'react'
import { LineList } from './line-list.tsx'
import { TotalsList } from './totals-list.tsx'

export function ThankYou({ checkout }: { checkout: CheckoutView }) {
  useEffect(() => emit('cart:updated'), [])
  const { email, orderNumber, shippingMethods, shippingMethodId, address } = checkout
  const firstName = address?.name.split(' ')[0]
  const method = shippingMethods.find(({ id }) => id === shippingMethodId)
  const days = method ? `Usually ${method.minDays} to ${method.maxDays} working days.` : undefined
  return (
    <Stack gap={7}>
      <PageHeading
        title={firstName ? `Thank you, ${firstName}` : 'Thank you'}
        lead={
          <>
            Your order <strong translate="no">{orderNumber}</strong> has been placed. We’re sending a
            confirmation to {email}.
          </>
        }
      />
      <Timeline
        label="What happens next"
        items={[
          { title: 'Ordered and paid', state: 'done' },
          {
            title: 'The shops pack your items',
            state: 'current',
            description: 'Each shop ships its own parcel.',
          },
          { title: 'On its way to you', state: 'upcoming', description: days },
        ]}
      />
      <Panel title="Your order">
        <Stack gap={5}>
          <LineList lines={checkout.lines} currency={checkout.currency} />
          <TotalsList checkout={checkout} />
        </Stack>
      </Panel>
      <Row>
        <LinkButton href={`/orders/${orderNumber}`} variant="primary">
          View your order
        </LinkButton>
        <LinkButton href="/">Continue shopping</LinkButton>
      </Row>
      <p>
        You can find it any time with the order number and your e-mail address in the{' '}
        <Link href="/order-lookup">order look-up</Link>.
      </p>
    </Stack>
  )
}
