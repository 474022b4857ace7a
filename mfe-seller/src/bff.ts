import type { SellerRouter } from '@mallhive/bff-seller/router'
import { bffClient } from '@mallhive/mfe-kit'

export const bff = bffClient<SellerRouter>('seller')
