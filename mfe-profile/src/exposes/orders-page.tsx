import {
  LinkButton,
  PageHeading,
  PageWidth,
  Pagination,
  Stack,
  VisuallyHidden,
  icons,
} from '@mallhive/design-system'
import type { Loaded, LoaderContext, Meta } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'
import { messages, useMessages } from '../messages.ts'
import { OrderCards } from '../parts/order-cards.tsx'
import { signedIn } from '../signed-in.ts'
import styles from './page.module.css'

export async function loader(ctx: LoaderContext) {
  const after = ctx.search['after']?.slice(0, 200)
  const page = await signedIn(ctx, bff.caller(ctx).listOrders.query({ after }))
  if (page.orders.length === 0) await ctx.fragment('home/recommendations', {})
  return { ...page, isFirst: !after }
}

export function meta(_data: unknown, ctx: LoaderContext): Meta {
  return { title: messages(ctx)('orders.title'), robots: 'noindex' }
}

export default function OrdersPage({ data }: { data: Loaded<typeof loader> }) {
  const t = useMessages()
  const account = (
    <LinkButton href="/account" variant="quiet" icon={icons.user}>
      {t('orders.account')}
    </LinkButton>
  )
  return (
    <PageWidth className={styles.page}>
      <Stack gap={6}>
        <PageHeading title={t('orders.title')} actions={account} />
        <section aria-labelledby="orders">
          <h2 id="orders">
            <VisuallyHidden>{t(data.isFirst ? 'orders.newest' : 'orders.earlier')}</VisuallyHidden>
          </h2>
          <OrderCards orders={data.orders} />
        </section>
        <Pagination
          label={t('orders.pages')}
          previousHref={data.isFirst ? undefined : '/orders'}
          nextHref={data.nextCursor ? `/orders?after=${encodeURIComponent(data.nextCursor)}` : undefined}
        />
      </Stack>
    </PageWidth>
  )
}
