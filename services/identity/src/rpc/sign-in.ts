import { emailKey } from '@mallhive/contracts/contact'
import type { SignInRequest, SignInResponseSchema } from '@mallhive/contracts/identity'
import type { MessageInitShape } from '@bufbuild/protobuf'
import type { HandlerContext } from '@connectrpc/connect'
import type { Deps } from '../deps.ts'
import { deviceCookie, knownDevice } from '../known-device.ts'
import { refusing } from '../refusals.ts'
import { membershipsOf, toUser } from '../user.ts'

/** Checks a password when it has its turn. A call that gets no turn is not counted as an attempt. */
export const signIn =
  (deps: Pick<Deps, 'auth' | 'db' | 'attempts' | 'passwordTurns' | 'config'>) =>
  async (
    request: SignInRequest,
    { signal }: Pick<HandlerContext, 'signal'>,
  ): Promise<MessageInitShape<typeof SignInResponseSchema>> => {
    const { email, cookie, clientAddress: address } = request
    const device = knownDevice(cookie, email, deps.config)
    const { headers, response } = await deps.passwordTurns.run({ address, signal }, async () => {
      const succeeded = await deps.attempts.countSignIn({ email, address, knownDevice: device })
      const signedIn = await refusing(
        deps.auth.api.signInEmail({
          body: { email: emailKey(email), password: request.password },
          headers: new Headers({ cookie }),
          returnHeaders: true,
        }),
      )
      await succeeded()
      return signedIn
    })
    const memberships = await membershipsOf(deps.db, response.user.id)
    const setCookies = [...headers.getSetCookie(), deviceCookie(email, deps.config, device)]
    return { user: toUser(response.user, memberships), setCookies }
  }
