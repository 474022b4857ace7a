import { Refusal } from '@mallhive/mfe-kit/bff'
import { addressMessages, emailMessage } from '@mallhive/mfe-kit/bff/contact-fields'

type Refused = Error & { reason: string; details: Record<string, string> }

/**
 * Some refusals are not a shopper's mistake but a matter of where they belong: changed in another tab, placed already,
 * priced anew. Answers the page that says so; everything else passes as it is.
 */
export async function redirectOnRefusal<T>(
  id: string,
  call: Promise<T>,
): Promise<T | { redirectTo: string }> {
  try {
    return await call
  } catch (error) {
    if (!isRefused(error)) throw error
    if (error.reason === 'NO_CHECKOUT') throw new Refusal('not_found', error.reason, lost)
    const page = pageFor(error, `/checkout/${id}`)
    if (page === undefined) throw refusals[error.reason]?.(error) ?? error
    return { redirectTo: page }
  }
}

/** It was theirs when the page was opened, so what is gone is the session. */
const lost =
  'We no longer know this checkout as yours: the session it belongs to has ended. Please start again from your cart.'

function pageFor({ reason, details }: Refused, checkout: string): string | undefined {
  switch (reason) {
    case 'NOT_OPEN':
      return `${checkout}/done`
    case 'TOTAL_CHANGED':
      return `${checkout}/review?changed=1`
    case 'INCOMPLETE':
      return `${checkout}/${details['missing']}`
    case 'UNAVAILABLE':
      return 'skus' in details ? '/cart' : undefined
    default:
      return undefined
  }
}

/** What a service refused that stands in a field of a form, in words. */
const refusals: Record<string, (refused: Refused) => Refusal> = {
  BAD_ADDRESS: ({ reason, details }) =>
    new Refusal('invalid', reason, 'Please check this address.', addressMessages(details, '')),
  BAD_EMAIL: ({ reason }) =>
    new Refusal('invalid', reason, 'Please check the e-mail address.', { email: emailMessage('') }),
  BAD_SHIPPING_METHOD: ({ reason }) =>
    new Refusal('invalid', reason, 'Please choose how it travels.', {
      shippingMethodId: 'Choose one of these.',
    }),
}

export function isRefused(error: unknown): error is Refused {
  return error instanceof Error && 'reason' in error && 'details' in error
}
