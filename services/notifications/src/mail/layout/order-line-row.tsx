import { Column } from '@react-email/column'
import { Img } from '@react-email/img'
import { Link } from '@react-email/link'
import { Row } from '@react-email/row'
import type { OrderLine } from '@mallhive/contracts/orders'
import { Fragment } from 'react'
import type { MailContext } from '../mail.ts'
import { breaking, small } from './layout.tsx'
import { cell, light } from './palette.ts'

/** A product in its category's cell, with options, quantity and amount. */
export function OrderLineRow({ line, context }: { line: OrderLine; context: MailContext }) {
  const { formats, link, file, messages } = context
  const picture = file('media', ...`${line.imagePath}-160.webp`.split('/'))
  return (
    <Row style={{ margin: '0 0 8px' }}>
      <Column width={72} valign="top" style={{ width: 72 }}>
        <div
          className={`cell-${line.tintHue}`}
          style={{ ...frame, backgroundColor: cell.light(line.tintHue) }}
        >
          {line.imagePath && <Img src={picture} width={56} height={56} alt="" style={{ padding: 8 }} />}
        </div>
      </Column>
      <Column style={{ padding: '0 12px', ...breaking }}>
        <Link
          href={link('p', line.productSlug)}
          className="ink"
          lang={line.locale || undefined}
          style={{ color: light.ink, fontWeight: 600, lineHeight: 1.35 }}
        >
          {line.title}
        </Link>
        {line.options.length > 0 && (
          <div className="soft" style={small}>
            {line.options.map(toOption)}
          </div>
        )}
        <div className="soft" style={small}>
          {messages.order.quantity(line.quantity)}
        </div>
      </Column>
      <Column align="right" valign="top" translate="no" style={{ whiteSpace: 'nowrap' }}>
        {formats.money(line.total)}
      </Column>
    </Row>
  )
}

const toOption = ({ label, labelLocale, value, valueLocale }: OrderLine['options'][number], at: number) => (
  <Fragment key={at}>
    {at > 0 && ', '}
    {label && <span lang={labelLocale || undefined}>{label}</span>}
    {label && ': '}
    <span lang={valueLocale || undefined}>{value}</span>
  </Fragment>
)

const frame = { width: 72, height: 72, borderRadius: 14 }
