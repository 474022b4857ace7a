import type { SignOutRequest, SignOutResponseSchema } from '@mallhive/contracts/identity'
import type { MessageInitShape } from '@bufbuild/protobuf'
import type { Deps } from '../deps.ts'

/** Ends the session and clears its cookie, also when the session has already ended. */
export const signOut =
  (deps: Pick<Deps, 'auth'>) =>
  async (request: SignOutRequest): Promise<MessageInitShape<typeof SignOutResponseSchema>> => {
    const { headers } = await deps.auth.api.signOut({
      headers: new Headers({ cookie: request.cookie }),
      returnHeaders: true,
    })
    return { setCookies: headers.getSetCookie() }
  }
