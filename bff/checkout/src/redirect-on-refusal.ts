import { Refusal } from '@mallhive/mfe-kit/bff'
import { addressMessages, emailMessage } from '@mallhive/mfe-kit/bff/contact-fields'

type Refused = Error & { reason: string; details: Record<string, string> }

/**
 * Turns refusals that mean that another page is due (changed in another tab, already placed, priced anew) into a redirect
 * to it. Rethrows refusals about a form's fields with messages for shoppers, and other errors unchanged.
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

/** The shopper owned the checkout when the page was opened, so the session has ended since. */
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

/** Messages for refusals that concern a field of a form. */
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
