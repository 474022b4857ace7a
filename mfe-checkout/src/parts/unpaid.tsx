import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { LinkButton, Notice, PageHeading, Panel, Row, Stack } from '@mallhive/design-system'
import { useMessages } from '../messages.ts'
import { LineList } from './line-list.tsx'
import { TotalsList } from './totals-list.tsx'

/** The bank authorised the payment and refused its capture: the order exists and no money was taken. */
export function Unpaid({ checkout }: { checkout: CheckoutView }) {
  const t = useMessages()
  const { orderNumber, paymentLabel } = checkout
  return (
    <Stack gap={7}>
      <PageHeading
        title={t('unpaid.title')}
        lead={t('unpaid.lead', {
          number: orderNumber,
          order: (number) => <strong translate="no">{number}</strong>,
        })}
      />
      <Notice tone="honey" title={t('unpaid.notice.title')}>
        {paymentLabel ? t('unpaid.notice.words.card', { card: paymentLabel }) : t('unpaid.notice.words')}
      </Notice>
      <Panel title={t('summary.title')}>
        <Stack gap={5}>
          <LineList lines={checkout.lines} currency={checkout.currency} />
          <TotalsList checkout={checkout} />
        </Stack>
      </Panel>
      <Row>
        <LinkButton href={`/orders/${orderNumber}`} variant="primary">
          {t('outcome.order')}
        </LinkButton>
        <LinkButton href="/">{t('outcome.shopping')}</LinkButton>
      </Row>
    </Stack>
  )
}
