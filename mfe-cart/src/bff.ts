import type { CartRouter } from '@mallhive/bff-cart/router'
import { bffClient } from '@mallhive/mfe-kit'

export const bff = bffClient<CartRouter>('cart')
