import { randomUUIDv7 } from 'node:crypto'
import type { StartGuestRequest, StartGuestResponseSchema } from '@mallhive/contracts/identity'
import type { MessageInitShape } from '@bufbuild/protobuf'
import type { Deps } from '../deps.ts'
import { guestCookie } from '../guest-session.ts'
import { guest } from '../user.ts'

/**
 * Starts a session for a shopper without an account. Nothing is stored: the signed cookie is the session. An address may start
 * a limited number, because carts and checkouts of guests are stored.
 */
export const startGuest =
  ({ attempts, tokens, config }: Pick<Deps, 'attempts' | 'tokens' | 'config'>) =>
  async ({
    clientAddress,
  }: StartGuestRequest): Promise<MessageInitShape<typeof StartGuestResponseSchema>> => {
    await attempts.countGuest(clientAddress)
    const user = guest(randomUUIDv7())
    return { user, setCookies: [guestCookie(user.id, config)], ...(await tokens.issue(user)) }
  }
