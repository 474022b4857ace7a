import { IdentityService } from '@mallhive/contracts/identity'
import { accepts } from '@mallhive/service-kit/callers'

export const callers = [
  accepts(IdentityService, {
    register: ['anyone'],
    signIn: ['anyone'],
    signOut: ['anyone'],
    startGuest: ['part:bff'],
    exchangeSession: ['part:bff', 'part:release-desk'],
    listAddresses: ['person'],
    saveAddress: ['person'],
    deleteAddress: ['person'],
  }),
]
