import type { SignOutRequest, SignOutResponseSchema } from '@mallhive/contracts/identity'
import type { MessageInitShape } from '@bufbuild/protobuf'
import type { Deps } from '../deps.ts'
import { guestOf } from '../guest-session.ts'
import { endedGuests } from '../schema.ts'

/** Ends the session and clears its cookie, also when the session has already ended. */
export const signOut =
  ({ auths, db, config }: Pick<Deps, 'auths' | 'db' | 'config'>) =>
  async ({ cookie }: SignOutRequest): Promise<MessageInitShape<typeof SignOutResponseSchema>> => {
    const guestId = guestOf(cookie, config)
    if (guestId !== undefined) await db.insert(endedGuests).values({ id: guestId }).onConflictDoNothing()
    const headers = new Headers({ cookie })
    const [ended] = await Promise.all(auths.map((auth) => auth.api.signOut({ headers, returnHeaders: true })))
    return { setCookies: ended?.headers.getSetCookie() ?? [] }
  }
