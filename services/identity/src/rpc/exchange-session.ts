import {
  type ExchangeSessionRequest,
  type ExchangeSessionResponseSchema,
  UserKind,
} from '@mallhive/contracts/identity'
import type { MessageInitShape } from '@bufbuild/protobuf'
import { timestampFromMs } from '@bufbuild/protobuf/wkt'
import { tokenSeconds } from '../auth.ts'
import type { Deps } from '../deps.ts'
import { markUsed } from '../mark-used.ts'
import { membershipsOf, toUser } from '../user.ts'

/** Exchanges a session cookie for a five-minute JWT; returns an empty answer when the session has ended. */
export const exchangeSession =
  (deps: Pick<Deps, 'auth' | 'db' | 'log'>) =>
  async (
    request: ExchangeSessionRequest,
  ): Promise<MessageInitShape<typeof ExchangeSessionResponseSchema>> => {
    const found = await deps.auth.api.getSession({ headers: new Headers({ cookie: request.cookie }) })
    if (!found) return {}
    await markUsed(deps, found.session)
    const isGuest = found.user.isAnonymous
    const user = toUser(found.user, isGuest ? [] : await membershipsOf(deps.db, found.user.id))
    const issuedAt = Math.floor(Date.now() / 1000)
    const expiresAt = issuedAt + tokenSeconds
    const { token } = await deps.auth.api.signJWT({
      body: {
        payload: {
          sub: user.id,
          kind: user.kind === UserKind.GUEST ? 'guest' : 'account',
          name: user.name,
          email: user.email,
          roles: user.roles,
          memberships: user.memberships,
          iat: issuedAt,
          exp: expiresAt,
        },
      },
    })
    return { user, token, expiresAt: timestampFromMs(expiresAt * 1000) }
  }
