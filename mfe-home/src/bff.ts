import type { HomeRouter } from '@mallhive/bff-home/router'
import { bffClient } from '@mallhive/mfe-kit'

export const bff = bffClient<HomeRouter>('home')
