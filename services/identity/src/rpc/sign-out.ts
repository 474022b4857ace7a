import type { SignOutRequest, SignOutResponseSchema } from '@mallhive/contracts/identity'
import type { MessageInitShape } from '@bufbuild/protobuf'
import type { Deps } from '../deps.ts'
import { guestOf } from '../guest-session.ts'
import { endedGuests } from '../schema.ts'

/** Ends the session and clears its cookie, also when the session has already ended. */
export const signOut =
  ({ auth, db, config }: Pick<Deps, 'auth' | 'db' | 'config'>) =>
  async ({ cookie }: SignOutRequest): Promise<MessageInitShape<typeof SignOutResponseSchema>> => {
    const guestId = guestOf(cookie, config)
    if (guestId !== undefined) await db.insert(endedGuests).values({ id: guestId }).onConflictDoNothing()
    const { headers } = await auth.api.signOut({ headers: new Headers({ cookie }), returnHeaders: true })
    return { setCookies: headers.getSetCookie() }
  }
