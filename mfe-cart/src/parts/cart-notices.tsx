import { Notice, Stack } from '@mallhive/design-system'
import type { CartView } from '@mallhive/bff-cart/router'

/** Notices above the lines about changes since the last visit. */
export function CartNotices({ cart }: { cart: CartView }) {
  const held = cart.lines.filter((line) => ['short', 'sold-out', 'gone'].includes(line.state)).length
  if (!cart.withoutCatalog && cart.priceChanges === 0 && held === 0) return null
  return (
    <Stack gap={3}>
      {cart.withoutCatalog ? (
        <Notice tone="honey" title="Some item details are unavailable right now">
          Prices are from when you added the items. You can still change your cart.
        </Notice>
      ) : null}
      {held > 0 ? (
        <Notice
          tone="berry"
          title={held === 1 ? '1 item needs your attention' : `${held} items need your attention`}
        >
          Stock has changed. Please change the quantity or remove the item before you check out.
        </Notice>
      ) : null}
      {cart.priceChanges > 0 ? (
        <Notice
          title={cart.priceChanges === 1 ? 'A price has changed' : `${cart.priceChanges} prices have changed`}
        >
          The earlier price is shown next to the new one.
        </Notice>
      ) : null}
    </Stack>
  )
}
