import { Button } from '@react-email/button'
import { Heading } from '@react-email/heading'
import { Link } from '@react-email/link'
import { Section } from '@react-email/section'
import { Text } from '@react-email/text'
import type { Order } from '@mallhive/contracts/orders'
import { OrderLineRow } from './layout/order-line-row.tsx'
import { small } from './layout/layout.tsx'
import { light } from './layout/palette.ts'
import { TotalsTable } from './layout/totals-table.tsx'
import type { Mail, MailContext } from './mail.ts'
import { addressLines, optionsLabel, totalRows } from './order-facts.ts'

/** Confirms a paid order, with its lines, totals and address. */
export function orderConfirmation(order: Order, context: MailContext): Mail {
  const { formats, link, messages } = context
  const words = messages.orderConfirmation
  const view = link('orders', order.number)
  const lookUp = link('order-lookup')
  const lines = order.subOrders.flatMap((shop) => shop.lines)
  const day = formats.day(order.placedAt, order.address?.country ?? '')
  const heading = [messages.order.number(order.number), day].filter(Boolean)
  const greeting = words.greeting(order.address?.name ?? '')
  const totals = totalRows(order, context)
  const address = addressLines(order, context)
  const paid = order.paymentLabel && messages.order.paidWith(order.paymentLabel)

  const body = (
    <>
      <Heading style={{ margin: '0 0 16px', fontSize: 25, lineHeight: 1.2, letterSpacing: '-0.01em' }}>
        {words.title}
      </Heading>
      <Text style={{ ...paragraph, margin: '0 0 8px' }}>{greeting}</Text>
      <Text style={{ ...paragraph, margin: '0 0 20px' }}>{words.promise}</Text>
      <Button href={view} style={button}>
        {words.view}
      </Button>
      <Text className="soft" translate="no" style={{ ...small, margin: '24px 0 0' }}>
        {heading.join(' · ')}
      </Text>
      {order.subOrders.map((shop) => (
        <Section key={shop.id || shop.sellerName}>
          <Heading as="h2" style={{ ...subheading, margin: '20px 0 8px' }}>
            {messages.order.from(shop.sellerName)}
          </Heading>
          {shop.lines.map((line, position) => (
            <OrderLineRow key={line.id || position} line={line} context={context} />
          ))}
        </Section>
      ))}
      <TotalsTable rows={totals} />
      {paid && (
        <Text className="soft" style={{ ...small, margin: '8px 0 0' }}>
          {paid}
        </Text>
      )}
      <Heading as="h2" style={{ ...subheading, margin: '24px 0 4px' }}>
        {messages.order.deliveryAddress}
      </Heading>
      <Text translate="no" style={{ ...paragraph, margin: 0 }}>
        {address.map((line, position) => (
          <span key={position}>
            {line}
            <br />
          </span>
        ))}
      </Text>
      <Text className="soft" style={{ ...small, margin: '24px 0 0' }}>
        {words.asGuest}{' '}
        <Link href={lookUp} className="soft" style={{ color: light.soft, textDecoration: 'underline' }}>
          {words.lookUp}
        </Link>
      </Text>
    </>
  )

  const text = [
    words.title,
    '',
    greeting,
    words.promise,
    '',
    heading.join(', '),
    view,
    ...order.subOrders.flatMap((shop) => [
      '',
      messages.order.from(shop.sellerName),
      ...shop.lines.map((line) => {
        const options = optionsLabel(line.options)
        return `  ${line.quantity} × ${line.title}${options && ` (${options})`}: ${formats.money(line.total)}`
      }),
    ]),
    '',
    ...totals.map(({ label, amount }) => `${label}: ${amount}`),
    ...(paid ? [paid] : []),
    '',
    messages.order.deliveryAddress,
    ...address,
    '',
    `${words.asGuest} ${words.lookUp}:`,
    lookUp,
  ]

  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const shops = order.subOrders.map(({ sellerName }) => sellerName)
  return {
    subject: words.subject(order.number),
    preheader: words.preheader(count, shops, formats.money(order.totals?.total)),
    hues: lines.map(({ tintHue }) => tintHue),
    body,
    text,
  }
}

const paragraph = { fontSize: 16, lineHeight: 1.5 }
const subheading = { fontSize: 16, lineHeight: 1.3, fontWeight: 650 }
const button = {
  padding: '12px 20px',
  borderRadius: 10,
  backgroundColor: light.accent,
  color: light.accentInk,
  fontWeight: 600,
}
