import type { CallOptions, Client } from '@connectrpc/connect'
import type { IdentityService } from '@mallhive/contracts/identity'

/** Returns call options of the admin demo account; `identity` must call as the BFF host, which may exchange sessions. */
export async function asStaff(identity: Client<typeof IdentityService>): Promise<CallOptions> {
  const account = { email: 'admin@mallhive.test', password: 'mallhive-demo' }
  const { setCookies } = await identity.signIn({ ...account, clientAddress: '127.0.0.1' })
  const cookie = setCookies.map((value) => value.split(';')[0]).join('; ')
  const { token } = await identity.exchangeSession({ cookie })
  return { headers: { authorization: `Bearer ${token}` } }
}
