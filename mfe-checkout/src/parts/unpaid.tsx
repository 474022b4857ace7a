import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { LinkButton, Notice, PageHeading, Panel, Row, Stack } from '@mallhive/design-system'
import { LineList } from './line-list.tsx'
import { TotalsList } from './totals-list.tsx'

/** The bank authorised the payment and refused its capture: the order exists and no money was taken. */
export function Unpaid({ checkout }: { checkout: CheckoutView }) {
  const { orderNumber, paymentLabel } = checkout
  return (
    <Stack gap={7}>
      <PageHeading
        title="Your payment was declined"
        lead={
          <>
            Your order <strong translate="no">{orderNumber}</strong> is saved and your items are reserved, but
            the payment did not go through.
          </>
        }
      />
      <Notice tone="honey" title="You have not been charged">
        {paymentLabel || 'Your card'} was approved at first and then declined. Our team is looking into it.
        You don’t need to order again.
      </Notice>
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
    </Stack>
  )
}
