import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { LinkButton, PageHeading, Panel, Row, Stack, Timeline } from '@mallhive/design-system'
import { emit, Link, Remote } from '@mallhive/mfe-kit'
import { useEffect } from 'react'
import { useMessages } from '../messages.ts'
import { LineList } from './line-list.tsx'
import { TotalsList } from './totals-list.tsx'

export function ThankYou({ checkout }: { checkout: CheckoutView }) {
  const t = useMessages()
  useEffect(() => emit('cart:updated'), [])
  const { email, orderNumber, shippingMethods, shippingMethodId, address } = checkout
  const method = shippingMethods.find(({ id }) => id === shippingMethodId)
  const days = method && t('thanks.next.sent.days', { least: method.minDays, most: method.maxDays })
  return (
    <Stack gap={7}>
      <PageHeading
        title={address ? t('thanks.title.name', { name: address.name }) : t('thanks.title')}
        lead={t('thanks.lead', {
          number: orderNumber,
          order: (number) => <strong translate="no">{number}</strong>,
          email,
        })}
      />
      <Timeline
        label={t('thanks.next')}
        items={[
          { title: t('thanks.next.paid'), state: 'done' },
          {
            title: t('thanks.next.packing'),
            state: 'current',
            description: t('thanks.next.packing.words'),
          },
          { title: t('thanks.next.sent'), state: 'upcoming', description: days },
        ]}
      />
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
      <Remote name="catalog/order-noted" skus={checkout.lines.map(({ sku }) => sku)} />
      <p>{t('thanks.look-up', { link: (text) => <Link href="/order-lookup">{text}</Link> })}</p>
    </Stack>
  )
}
