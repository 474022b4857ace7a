import type { LineView } from '@mallhive/bff-checkout/router'
import { LinkButton, Notice } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'

/** Names the items because of which an order was not placed. */
export function Unavailable({ lines }: { lines: LineView[] }) {
  const { locale } = useShell()
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(lines.map(({ title }) => title))
  return (
    <Notice
      tone="berry"
      role="alert"
      title={`No longer available: ${names}`}
      action={
        <LinkButton href="/cart" variant="primary">
          Go to your cart
        </LinkButton>
      }
    >
      Your order was not placed and you have not been charged. Remove what is no longer available from your
      cart, then check out again: your details are kept.
    </Notice>
  )
}
