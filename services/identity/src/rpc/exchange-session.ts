import type { ExchangeSessionRequest, ExchangeSessionResponseSchema } from '@mallhive/contracts/identity'
import type { MessageInitShape } from '@bufbuild/protobuf'
import { eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { guestOf } from '../guest-session.ts'
import { markUsed } from '../mark-used.ts'
import { endedGuests } from '../schema.ts'
import { guest, membershipsOf, type PublicUser, toUser } from '../user.ts'

type Used = Pick<Deps, 'auths' | 'tokens' | 'db' | 'config' | 'log'>

/** Exchanges a session cookie for a five-minute JWT; returns an empty answer when the session has ended. */
export const exchangeSession =
  (deps: Used) =>
  async ({
    cookie,
  }: ExchangeSessionRequest): Promise<MessageInitShape<typeof ExchangeSessionResponseSchema>> => {
    const guestId = guestOf(cookie, deps.config)
    const user = guestId === undefined ? await userOf(deps, cookie) : await liveGuest(deps, guestId)
    return user ? { user, ...(await deps.tokens.issue(user)) } : {}
  }

async function liveGuest({ db }: Used, id: string): Promise<PublicUser | undefined> {
  return (await db.$count(endedGuests, eq(endedGuests.id, id))) === 0 ? guest(id) : undefined
}

/** Returns the user of a stored session: an account, or a guest of the releases that stored guests. */
async function userOf(deps: Used, cookie: string): Promise<PublicUser | undefined> {
  const headers = new Headers({ cookie })
  const sessions = await Promise.all(deps.auths.map((auth) => auth.api.getSession({ headers })))
  const found = sessions.find((session) => session !== null)
  if (!found) return undefined
  await markUsed(deps, found.session)
  const { user } = found
  return toUser(user, user.isAnonymous ? [] : await membershipsOf(deps.db, user.id))
}
