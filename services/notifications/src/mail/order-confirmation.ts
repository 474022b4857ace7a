import { timestampDate } from '@bufbuild/protobuf/wkt'
import type { Order, OrderLine } from '@mallhive/contracts/orders'
import { html, type Html } from './html.ts'
import { layout } from './layout.ts'
import { format, totalsOf } from './order-totals.ts'
import { tintOf } from './tint.ts'

export const template = 'order-confirmation'

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** Renders the order confirmation with lines, totals and address. */
export function orderConfirmation(
  order: Order,
  publicOrigin: string,
): { subject: string; html: string; text: string } {
  const title = 'Thank you for your order'
  const subject = `Your MallHive order ${order.number}`
  const link = `${publicOrigin}/orders/${encodeURIComponent(order.number)}`
  const lookup = `${publicOrigin}/order-lookup`
  const placed = order.placedAt ? day.format(timestampDate(order.placedAt)) : ''
  const greeting = order.address?.name ? `Hello ${order.address.name},` : 'Hello,'
  const promise =
    'We have received your order, and the shops are packing it. You can follow it on the order page.'
  const shops = order.subOrders
  const totals = totalsOf(order)
  const address = addressLines(order)

  const body = html` <p style="margin:0 0 8px">${greeting}</p>
    <p style="margin:0 0 20px">${promise}</p>
    <p style="margin:0 0 24px">
      <a
        href="${link}"
        style="display:inline-block;padding:12px 20px;border-radius:10px;background:#f0b232;color:#2b2119;font-weight:600;text-decoration:none"
        >View your order</a
      >
    </p>
    <p style="margin:0 0 4px;color:#6b6055;font-size:14px">
      Order ${order.number}${placed && ` · ${placed}`}
    </p>
    ${shops.map(
      (shop) =>
        html` <h2 style="margin:24px 0 8px;font-size:16px">From ${shop.sellerName}</h2>
          ${shop.lines.map((line) => lineRow(line, publicOrigin))}`,
    )}
    <table
      role="presentation"
      width="100%"
      cellpadding="0"
      cellspacing="0"
      style="margin-top:24px;border-top:1px solid #e4ddd3"
    >
      ${totals.map(
        ({ label, amount, strong }) =>
          html` <tr style="font-weight:${strong ? 700 : 400}">
            <td style="padding:6px 0">${label}</td>
            <td align="right" style="padding:6px 0;white-space:nowrap">${amount}</td>
          </tr>`,
      )}
    </table>
    <h2 style="margin:24px 0 8px;font-size:16px">Delivery address</h2>
    <p style="margin:0">${address.map((line) => html`${line}<br />`)}</p>
    <p style="margin:24px 0 0;color:#6b6055;font-size:14px">
      Ordered without an account? <a href="${lookup}" style="color:#6b6055">Look it up</a> with the order
      number and this e-mail address.
    </p>`

  const text = [
    title,
    '',
    greeting,
    promise,
    '',
    `Order ${order.number}${placed && `, ${placed}`}`,
    link,
    ...shops.flatMap((shop) => ['', `From ${shop.sellerName}`, ...shop.lines.map(lineText)]),
    '',
    ...totals.map(({ label, amount }) => `${label}: ${amount}`),
    '',
    'Delivery address',
    ...address,
    '',
    `Ordered without an account? Look it up with the order number and this e-mail address: ${lookup}`,
  ]
  return { subject, html: layout(title, body, publicOrigin), text: `${text.map(oneLine).join('\n')}\n` }
}

function lineRow(line: OrderLine, publicOrigin: string): Html {
  const product = `${publicOrigin}/p/${encodeURIComponent(line.productSlug)}`
  const picture = `${publicOrigin}/media/${line.imagePath}-160.webp`
  const options = optionsLabel(line.options)
  return html` <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 8px">
    <tr>
      <td
        width="72"
        height="72"
        align="center"
        bgcolor="${tintOf(line.tintHue)}"
        style="border-radius:14px;background:${tintOf(line.tintHue)}"
      >
        ${line.imagePath && html`<img src="${picture}" width="56" height="56" alt="" style="display:block;margin:8px" />`}
      </td>
      <td style="padding:0 12px">
        <a href="${product}" style="color:#2b2119;font-weight:600;text-decoration:none">${line.title}</a>
        ${options && html`<br /><span style="color:#6b6055;font-size:14px">${options}</span>`}
        <br /><span style="color:#6b6055;font-size:14px">Quantity ${line.quantity}</span>
      </td>
      <td align="right" valign="top" style="white-space:nowrap">${format(line.total)}</td>
    </tr>
  </table>`
}

function lineText(line: OrderLine): string {
  const options = optionsLabel(line.options)
  return `  ${line.quantity} × ${line.title}${options && ` (${options})`}: ${format(line.total)}`
}

const optionsLabel = (options: OrderLine['options']): string =>
  options.map(({ label, value }) => (label ? `${label}: ${value}` : value)).join(', ')

function addressLines({ address }: Order): string[] {
  if (!address) return []
  const { name, line1, line2, city, region, postcode, country } = address
  const place = [postcode, city].filter(Boolean).join(' ')
  return [name, line1, line2, place, region, country].filter(Boolean)
}

/** Removes line breaks, so that a name cannot forge a line of the mail. */
function oneLine(line: string): string {
  return line.replace(/\p{Cc}+/gu, ' ')
}
