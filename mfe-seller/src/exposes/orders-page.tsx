import { PageHeading, PageWidth, Pagination, Stack } from '@mallhive/design-system'
import { type Loaded, type LoaderContext, type Meta, redirect } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'
import { messages, useMessages } from '../messages.ts'
import { FigureRow } from '../parts/figure-row.tsx'
import { NotASeller, OrdersUnavailable } from '../parts/no-orders.tsx'
import { OrderTable } from '../parts/order-table.tsx'
import { refusedWith } from '../refused-with.ts'
import styles from './orders-page.module.css'

const here = '/seller/orders'

export async function loader(ctx: LoaderContext) {
  const after = ctx.search['after']?.slice(0, 200)
  try {
    const page = await bff.caller(ctx).listOrders.query({ after })
    return { state: 'orders', isFirst: !after, ...page } as const
  } catch (error) {
    const refusal = refusedWith(error)
    if (refusal === 'UNAUTHORIZED') redirect(`/sign-in?returnTo=${encodeURIComponent(here)}`)
    return { state: refusal === 'FORBIDDEN' ? 'not-a-seller' : 'unavailable' } as const
  }
}

const statuses = { orders: 200, 'not-a-seller': 403, unavailable: 503 }

export function meta(data: Loaded<typeof loader>, ctx: LoaderContext): Meta {
  return { title: messages(ctx)('orders.title'), robots: 'noindex', status: statuses[data.state] }
}

export default function SellerOrdersPage({ data }: { data: Loaded<typeof loader> }) {
  const t = useMessages()
  if (data.state !== 'orders') return data.state === 'not-a-seller' ? <NotASeller /> : <OrdersUnavailable />
  const { figures, orders, nextCursor, isFirst } = data
  return (
    <PageWidth className={styles.page}>
      <Stack gap={6}>
        <PageHeading title={t('orders.title')} lead={t('orders.lead')} />
        <FigureRow figures={figures} />
        <OrderTable
          orders={orders}
          caption={t(isFirst ? 'orders.newest' : 'orders.earlier')}
          amounts={figures.recentSales !== null}
        />
        <Pagination
          label={t('orders.pages')}
          previousHref={isFirst ? undefined : here}
          nextHref={nextCursor ? `${here}?after=${encodeURIComponent(nextCursor)}` : undefined}
        />
      </Stack>
    </PageWidth>
  )
}
