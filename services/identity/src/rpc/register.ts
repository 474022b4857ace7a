import {
  type RegisterRequest,
  type RegisterResponseSchema,
  UserRegisteredSchema,
} from '@mallhive/contracts/identity'
import type { MessageInitShape } from '@bufbuild/protobuf'
import { nameProblem, readEmail, readLine } from '@mallhive/contracts/contact'
import { publish } from '@mallhive/service-kit/outbox'
import { sql } from 'drizzle-orm'
import { createAuth } from '../auth.ts'
import type { Deps } from '../deps.ts'
import { deviceCookie } from '../known-device.ts'
import { invalidEmail, refusing } from '../refusals.ts'
import { outbox } from '../schema.ts'
import { toUser } from '../user.ts'
import { domainError } from '../reasons.ts'

/** Creates an account and a session. User, session and event are written in one transaction. */
export const register =
  (deps: Pick<Deps, 'db' | 'config' | 'attempts'>) =>
  async (request: RegisterRequest): Promise<MessageInitShape<typeof RegisterResponseSchema>> => {
    const name = readLine(request.name)
    const email = readEmail(request.email)
    const problem = nameProblem(name)
    if (problem) throw domainError('INVALID_NAME', 'not a name', { name: problem })
    if (email === undefined) throw invalidEmail()
    await deps.attempts.countRegistration(request.clientAddress)
    return deps.db.transaction(async (tx) => {
      // Serialises concurrent registrations of one address: the second one finds it taken.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${email}, 0))`)
      const { headers, response } = await refusing(
        createAuth(tx, deps.config).api.signUpEmail({
          body: { name, email, password: request.password },
          headers: new Headers({ cookie: request.cookie }),
          returnHeaders: true,
        }),
      )
      const user = toUser(response.user)
      await publish(tx, outbox, UserRegisteredSchema, { userId: user.id, name, email }, user.id)
      return { user, setCookies: [...headers.getSetCookie(), deviceCookie(email, deps.config)] }
    })
  }
