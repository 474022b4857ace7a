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

/** Starts a session for a shopper without an account. Each adds a row, so an address may start a limited number. */
export const startGuest =
  (deps: Pick<Deps, 'db' | 'config' | 'attempts'>) =>
  async (request: StartGuestRequest): Promise<MessageInitShape<typeof StartGuestResponseSchema>> => {
    await deps.attempts.countGuest(request.clientAddress)
    return deps.db.transaction(async (tx) => {
      const { headers, response } = await createAuth(tx, deps.config).api.signInAnonymous({
        returnHeaders: true,
      })
      const user = toUser({ ...response.user, isAnonymous: true })
      await publish(tx, outbox, UserRegisteredSchema, { userId: user.id }, user.id)
      return { user, setCookies: headers.getSetCookie() }
    })
  }
