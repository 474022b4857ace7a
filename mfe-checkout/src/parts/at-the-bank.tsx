import type { CheckoutView } from '@mallhive/bff-checkout/router'
import { LinkButton, PageHeading, Stack } from '@mallhive/design-system'
import { useEffect } from 'react'

/** Redirects to the bank. Replaces its history entry, so that "back" skips it. */
export function AtTheBank({ checkout: { challengeUrl } }: { checkout: CheckoutView }) {
  useEffect(() => window.location.replace(challengeUrl), [challengeUrl])
  return (
    <Stack gap={6}>
      <noscript>
        <meta httpEquiv="refresh" content={`0;url=${challengeUrl}`} />
      </noscript>
      <PageHeading
        title="Confirm the payment with your bank"
        lead="We’re taking you to your bank. You won’t be charged before you confirm."
      />
      <div>
        <LinkButton href={challengeUrl} variant="primary">
          Go to your bank
        </LinkButton>
      </div>
    </Stack>
  )
}
