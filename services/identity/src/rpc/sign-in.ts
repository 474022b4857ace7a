import { emailKey } from '@mallhive/contracts/contact'
import type { SignInRequest, SignInResponseSchema } from '@mallhive/contracts/identity'
import type { MessageInitShape } from '@bufbuild/protobuf'
import { countAttempt } from '../attempts.ts'
import type { Deps } from '../deps.ts'
import { refusing } from '../refusals.ts'
import { membershipsOf, toUser } from '../user.ts'

export const signIn =
  (deps: Pick<Deps, 'auth' | 'db' | 'redis' | 'log'>) =>
  async (request: SignInRequest): Promise<MessageInitShape<typeof SignInResponseSchema>> => {
    const succeeded = await countAttempt(deps, request.email, request.clientAddress)
    const { headers, response } = await refusing(
      deps.auth.api.signInEmail({
        body: { email: emailKey(request.email), password: request.password },
        headers: new Headers({ cookie: request.cookie }),
        returnHeaders: true,
      }),
    )
    await succeeded()
    const memberships = await membershipsOf(deps.db, response.user.id)
    return { user: toUser(response.user, memberships), setCookies: headers.getSetCookie() }
  }
