import type { CatalogRouter } from '@mallhive/bff-catalog/router'
import { bffClient } from '@mallhive/mfe-kit'

export const bff = bffClient<CatalogRouter>('catalog')
