import type { CheckoutRouter } from '@mallhive/bff-checkout/router'
import { bffClient } from '@mallhive/mfe-kit'

export const bff = bffClient<CheckoutRouter>('checkout')
