import {
  type StartGuestRequest,
  type StartGuestResponseSchema,
  UserRegisteredSchema,
} from '@mallhive/contracts/identity'
import type { MessageInitShape } from '@bufbuild/protobuf'
import { publish } from '@mallhive/service-kit/outbox'
import { createAuth } from '../auth.ts'
import type { Deps } from '../deps.ts'
import { outbox } from '../schema.ts'
import { toUser } from '../user.ts'

/** Starts a session for a shopper without an account. */
export const startGuest =
  (deps: Pick<Deps, 'db' | 'config'>) =>
  async (_request: StartGuestRequest): Promise<MessageInitShape<typeof StartGuestResponseSchema>> =>
    deps.db.transaction(async (tx) => {
      const { headers, response } = await createAuth(tx, deps.config).api.signInAnonymous({
        returnHeaders: true,
      })
      const user = toUser({ ...response.user, isAnonymous: true })
      await publish(tx, outbox, UserRegisteredSchema, { userId: user.id }, user.id)
      return { user, setCookies: headers.getSetCookie() }
    })
