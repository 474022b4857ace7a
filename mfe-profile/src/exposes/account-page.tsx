import {
  LinkButton,
  Notice,
  PageHeading,
  PageWidth,
  Panel,
  Row,
  SectionHeading,
  Stack,
  icons,
} from '@mallhive/design-system'
import type { Loaded, LoaderContext, Meta } from '@mallhive/mfe-kit'
import { bff } from '../bff.ts'
import { messages, useMessages } from '../messages.ts'
import { OrderCards } from '../parts/order-cards.tsx'
import { SignOut } from '../parts/sign-out.tsx'
import { signedIn } from '../signed-in.ts'
import styles from './page.module.css'

export async function loader(ctx: LoaderContext) {
  const page = await signedIn(ctx, bff.caller(ctx).accountPage.query())
  if (page.recent?.length === 0) await ctx.fragment('home/recommendations', {})
  return page
}

export function meta(_data: unknown, ctx: LoaderContext): Meta {
  return { title: messages(ctx)('account.meta.title'), robots: 'noindex' }
}

export default function AccountPage({ data }: { data: Loaded<typeof loader> }) {
  const t = useMessages()
  return (
    <PageWidth className={styles.page}>
      <Stack gap={8}>
        <PageHeading
          title={t('account.title', { name: data.name })}
          lead={data.email}
          actions={<SignOut />}
        />
        <Panel>
          <Row gap={3}>
            <LinkButton href="/orders" icon={icons.box}>
              {t('account.orders')}
            </LinkButton>
            <LinkButton href="/addresses" icon={icons.pin}>
              {t('account.addresses')}
            </LinkButton>
            {data.isSeller ? (
              <LinkButton href="/seller/orders" icon={icons.store}>
                {t('account.shop')}
              </LinkButton>
            ) : null}
          </Row>
        </Panel>
        <section aria-labelledby="recent">
          <Stack gap={4}>
            <SectionHeading
              id="recent"
              title={t('account.recent')}
              more={{ href: '/orders', label: t('account.recent.all') }}
            />
            {data.recent ? (
              <OrderCards orders={data.recent} />
            ) : (
              <Notice tone="honey" title={t('account.recent.failed.title')}>
                {t('account.recent.failed.words')}
              </Notice>
            )}
          </Stack>
        </section>
      </Stack>
    </PageWidth>
  )
}
