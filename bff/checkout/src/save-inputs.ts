import type { AddressFields } from '@mallhive/contracts/contact'
import { OrdersService } from '@mallhive/contracts/orders'
import type { BffContext } from '@mallhive/mfe-kit/bff'
import { isRefusedWith } from './is-refused-with.ts'
import type { CheckoutView } from './view/checkout-view.ts'
import { expectCheckout } from './view/expect-checkout.ts'

type Inputs = {
  email?: string
  address?: AddressFields
  shippingMethodId?: string
  paymentMethod?: string
  paymentLabel?: string
}

/**
 * Saves what the shopper has entered. A closed checkout has an open successor, or a later checkout that replaced it: the inputs
 * are saved there, so that nothing typed is lost. @throws Refusal NOT_OPEN when there is only an order
 */
export async function saveInputs(
  { client, lang }: Pick<BffContext, 'client' | 'lang'>,
  checkoutId: string,
  inputs: Inputs,
): Promise<CheckoutView> {
  const orders = client(OrdersService)
  const save = async (id: string) =>
    expectCheckout((await orders.updateCheckout({ checkoutId: id, ...inputs })).checkout, lang)
  try {
    return await save(checkoutId)
  } catch (error) {
    if (!isRefusedWith('NOT_OPEN', error)) throw error
    const next = expectCheckout((await orders.retryCheckout({ checkoutId })).checkout, lang)
    if (next.state !== 'open') throw error
    return save(next.id)
  }
}

/** Returns the step's page of a checkout; `from` is the checkout in which the shopper was. */
export const stepOf = (checkout: CheckoutView, step: string, from: string): string =>
  `/checkout/${checkout.id}/${step}${checkout.id === from ? '' : '?replaced=1'}`
