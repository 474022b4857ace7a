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
import { OrderCards } from '../parts/order-cards.tsx'
import { SignOut } from '../parts/sign-out.tsx'
import { signedIn } from '../signed-in.ts'
import styles from './page.module.css'

export async function loader(ctx: LoaderContext) {
  return signedIn(ctx, bff.caller(ctx).accountPage.query())
}

export function meta(): Meta {
  return { title: 'Your account', robots: 'noindex' }
}

export default function AccountPage({ data }: { data: Loaded<typeof loader> }) {
  return (
    <PageWidth className={styles.page}>
      <Stack gap={8}>
        <PageHeading title={`Hello, ${data.name}`} lead={data.email} actions={<SignOut />} />
        <Panel>
          <Row gap={3}>
            <LinkButton href="/orders" icon={icons.box}>
              Orders
            </LinkButton>
            <LinkButton href="/addresses" icon={icons.pin}>
              Addresses
            </LinkButton>
            {data.isSeller ? (
              <LinkButton href="/seller/orders" icon={icons.store}>
                Your shop’s orders
              </LinkButton>
            ) : null}
          </Row>
        </Panel>
        <section aria-labelledby="recent">
          <Stack gap={4}>
            <SectionHeading id="recent" title="Recent orders" more={{ href: '/orders', label: 'See all' }} />
            {data.recent ? (
              <OrderCards orders={data.recent} />
            ) : (
              <Notice tone="honey" title="We can’t show your orders right now">
                They are safe. Try again in a moment.
              </Notice>
            )}
          </Stack>
        </section>
      </Stack>
    </PageWidth>
  )
}
