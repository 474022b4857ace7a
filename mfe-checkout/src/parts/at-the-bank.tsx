import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { LinkButton, PageHeading, Stack } from '@mallhive/design-system'
import { useEffect } from 'react'
import { useMessages } from '../messages.ts'

/** Redirects to the bank. Replaces its history entry, so that "back" skips it. */
export function AtTheBank({ checkout: { challengeUrl } }: { checkout: CheckoutView }) {
  const t = useMessages()
  useEffect(() => window.location.replace(challengeUrl), [challengeUrl])
  return (
    <Stack gap={6}>
      <noscript>
        <meta httpEquiv="refresh" content={`0;url=${challengeUrl}`} />
      </noscript>
      <PageHeading title={t('bank.title')} lead={t('bank.lead')} />
      <div>
        <LinkButton href={challengeUrl} variant="primary">
          {t('bank.go')}
        </LinkButton>
      </div>
    </Stack>
  )
}
