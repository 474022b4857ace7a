import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { Hexagon, PageHeading, Stack } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { bff } from '../bff.ts'
import { useMessages } from '../messages.ts'
import styles from './waiting.module.css'

/** Polls until the checkout settles; without JavaScript the page reloads itself. */
export function Waiting({ checkout }: { checkout: CheckoutView }) {
  const t = useMessages()
  const { refresh } = useShell()
  const query = bff
    .useTRPC()
    .getCheckout.queryOptions({ checkoutId: checkout.id }, { refetchInterval: 1_500, gcTime: 0 })
  const { data } = useQuery(query)
  const moved = data !== undefined && data?.state !== 'placing'
  useEffect(() => {
    if (moved) refresh()
    // oxlint-disable-next-line react/exhaustive-deps -- runs once per change; a new `refresh` alone must not restart it
  }, [moved])
  return (
    <Stack gap={6} className={styles.waiting} aria-live="polite">
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <Hexagon size={48} pulse />
      <PageHeading title={t('waiting.title')} lead={t('waiting.lead')} />
    </Stack>
  )
}
