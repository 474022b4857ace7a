import { Notice, Stack } from '@mallhive/design-system'
import type { CartView } from '@mallhive/bff-cart/router'

/** Notices above the lines about changes since the last visit. */
export function CartNotices({ cart }: { cart: CartView }) {
  const held = cart.lines.filter((line) => ['short', 'sold-out', 'gone'].includes(line.state)).length
  if (!cart.withoutCatalog && cart.priceChanges === 0 && held === 0) return null
  return (
    <Stack gap={3}>
      {cart.withoutCatalog ? (
        <Notice tone="honey" title="We can’t show everything about these things right now">
          Prices are those you saw when you added them. You can still change your cart.
        </Notice>
      ) : null}
      {held > 0 ? (
        <Notice tone="berry" title={held === 1 ? 'One thing needs a look' : `${held} things need a look`}>
          Stock has changed since you added them. Change the quantity or take them out to go on.
        </Notice>
      ) : null}
      {cart.priceChanges > 0 ? (
        <Notice
          title={cart.priceChanges === 1 ? 'A price has changed' : `${cart.priceChanges} prices have changed`}
        >
          You’ll find the earlier price beside the new one.
        </Notice>
      ) : null}
    </Stack>
  )
}
