import type { ConnectRouter, ServiceImpl } from '@connectrpc/connect'
import { IdentityService } from '@mallhive/contracts/identity'
import type { Deps } from './deps.ts'
import { deleteAddress } from './rpc/delete-address.ts'
import { exchangeSession } from './rpc/exchange-session.ts'
import { listAddresses } from './rpc/list-addresses.ts'
import { register } from './rpc/register.ts'
import { saveAddress } from './rpc/save-address.ts'
import { signIn } from './rpc/sign-in.ts'
import { signOut } from './rpc/sign-out.ts'
import { startGuest } from './rpc/start-guest.ts'

export const routes = (deps: Deps) => (router: ConnectRouter) => {
  router.service(IdentityService, {
    register: register(deps),
    signIn: signIn(deps),
    signOut: signOut(deps),
    startGuest: startGuest(deps),
    exchangeSession: exchangeSession(deps),
    listAddresses: listAddresses(deps),
    saveAddress: saveAddress(deps),
    deleteAddress: deleteAddress(deps),
  } satisfies ServiceImpl<typeof IdentityService>)
}
