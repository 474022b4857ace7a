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
        title="Your bank did not pay"
        lead={
          <>
            Your order <strong>{orderNumber}</strong> is noted and your things are set aside, but the payment
            did not go through.
          </>
        }
      />
      <Notice tone="honey" title="Nothing was charged">
        {paymentLabel || 'Your card'} was accepted at first and refused at the end. Somebody here looks into
        it; you need not order again.
      </Notice>
      <Panel title="Your order">
        <Stack gap={5}>
          <LineList lines={checkout.lines} currency={checkout.currency} />
          <TotalsList checkout={checkout} />
        </Stack>
      </Panel>
      <Row>
        <LinkButton href={`/orders/${orderNumber}`} variant="primary">
          See your order
        </LinkButton>
        <LinkButton href="/">Keep looking</LinkButton>
      </Row>
    </Stack>
  )
}
