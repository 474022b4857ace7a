import { Notice, Stack } from '@mallhive/design-system'
import type { CartView } from '@mallhive/bff-cart/router'
import { useMessages } from '../messages.ts'

/** Notices above the lines about changes since the last visit. */
export function CartNotices({ cart }: { cart: CartView }) {
  const t = useMessages()
  const held = cart.lines.filter((line) => ['short', 'sold-out', 'gone'].includes(line.state)).length
  if (!cart.withoutCatalog && cart.priceChanges === 0 && held === 0) return null
  return (
    <Stack gap={3}>
      {cart.withoutCatalog ? (
        <Notice tone="honey" title={t('notice.details.title')}>
          {t('notice.details.words')}
        </Notice>
      ) : null}
      {held > 0 ? (
        <Notice tone="berry" title={t('notice.held.title', { count: held })}>
          {t('notice.held.words')}
        </Notice>
      ) : null}
      {cart.priceChanges > 0 ? (
        <Notice title={t('notice.prices.title', { count: cart.priceChanges })}>
          {t('notice.prices.words')}
        </Notice>
      ) : null}
    </Stack>
  )
}
