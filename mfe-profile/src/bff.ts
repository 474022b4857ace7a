import type { ProfileRouter } from '@mallhive/bff-profile/router'
import { bffClient } from '@mallhive/mfe-kit'

export const bff = bffClient<ProfileRouter>('profile')
