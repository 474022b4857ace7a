import type { CheckoutReason } from '@mallhive/contracts/reasons/orders'
import { Refusal } from '@mallhive/mfe-kit/bff'
import { addressMessages, emailMessage } from '@mallhive/mfe-kit/bff/contact-fields'
import { isRefusedFor } from '@mallhive/mfe-kit/bff/refusal'
import { msg } from './messages.ts'

type Page = { redirectTo: string }

/**
 * Turns refusals that mean that another page is due (changed in another tab, already placed, priced anew) into a redirect
 * to it. Rethrows refusals about a form's fields with messages for shoppers, and other errors unchanged.
 */
export async function redirectOnRefusal<T>(id: string, call: Promise<T>): Promise<T | Page> {
  try {
    return await call
  } catch (error) {
    if (!isRefusedFor(answers, error)) throw error
    const answer = answers[error.reason](error.details, `/checkout/${id}`)
    if (answer === undefined || answer instanceof Refusal) throw answer ?? error
    return answer
  }
}

type Answer = (details: Record<string, string>, checkout: string) => Page | Refusal | undefined

/** The page or the words for each refusal; `undefined` leaves it unworded. */
const answers: Record<CheckoutReason, Answer> = {
  NOT_OPEN: (_, checkout) => ({ redirectTo: `${checkout}/done` }),
  TOTAL_CHANGED: (_, checkout) => ({ redirectTo: `${checkout}/review?changed=1` }),
  INCOMPLETE: ({ missing }, checkout) => ({ redirectTo: `${checkout}/${missing}` }),
  // A service that does not answer has the same reason, without SKUs.
  UNAVAILABLE: (details) => ('skus' in details ? { redirectTo: '/cart' } : undefined),
  // The shopper owned the checkout when the page opened, so the session has ended.
  NO_CHECKOUT: () => new Refusal('not_found', 'NO_CHECKOUT', msg('session.ended')),
  BAD_ADDRESS: (details) =>
    new Refusal('invalid', 'BAD_ADDRESS', msg('address.check'), addressMessages(details, '')),
  BAD_EMAIL: () => new Refusal('invalid', 'BAD_EMAIL', msg('email.check'), { email: emailMessage('') }),
  BAD_SHIPPING_METHOD: () =>
    new Refusal('invalid', 'BAD_SHIPPING_METHOD', msg('shipping.check'), {
      shippingMethodId: msg('shipping.choose'),
    }),
}
