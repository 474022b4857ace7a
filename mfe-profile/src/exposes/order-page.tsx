import { DateTime, LinkButton, PageHeading, PageWidth, Panel, Stack, icons } from '@mallhive/design-system'
import { type Loaded, type LoaderContext, type Meta, redirect, useShell } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'
import { messages, useMessages } from '../messages.ts'
import { OrderFacts } from '../parts/order-facts.tsx'
import { OrderTimeline } from '../parts/order-timeline.tsx'
import { SubOrder } from '../parts/sub-order.tsx'
import { refusedWith } from '../refused-with.ts'
import styles from './order-page.module.css'

export async function loader(ctx: LoaderContext) {
  const { number = '' } = ctx.params
  const [{ signedIn }, order] = await Promise.all([
    bff.caller(ctx).whoAmI.query(),
    bff
      .caller(ctx)
      .getOrder.query({ number })
      .catch((error: unknown) => {
        if (['NOT_FOUND', 'UNAUTHORIZED', 'BAD_REQUEST'].includes(refusedWith(error) ?? '')) return undefined
        throw error
      }),
  ])
  if (order) return { order, signedIn }
  // Also for an account: the mail of an order placed as a guest, on another device, links here.
  return redirect(`/order-lookup?number=${encodeURIComponent(number)}`)
}

export function meta({ order }: Loaded<typeof loader>, ctx: LoaderContext): Meta {
  return { title: messages(ctx)('order.meta.title', { number: order.number }), robots: 'noindex' }
}

export default function OrderPage({ data: { order, signedIn } }: { data: Loaded<typeof loader> }) {
  const t = useMessages()
  const { locale } = useShell()
  const back = signedIn ? (
    <LinkButton href="/orders" variant="quiet" icon={icons.arrowLeft}>
      {t('order.all')}
    </LinkButton>
  ) : undefined
  return (
    <PageWidth className={styles.page}>
      <Stack gap={6}>
        <PageHeading
          title={t('order.title', {
            number: order.number,
            n: (number) => <span translate="no">{number}</span>,
          })}
          lead={t('order.placed', { date: () => <DateTime iso={order.placedAt} locale={locale} /> })}
          actions={back}
        />
        <div className={styles.columns}>
          <Stack gap={6}>
            {order.subOrders.map((subOrder) => (
              <SubOrder key={subOrder.id} subOrder={subOrder} />
            ))}
          </Stack>
          <Stack gap={5}>
            <Panel title={t('order.status')}>
              <OrderTimeline order={order} />
            </Panel>
            <OrderFacts order={order} />
          </Stack>
        </div>
      </Stack>
    </PageWidth>
  )
}
