import {
  type RegisterRequest,
  type RegisterResponseSchema,
  UserRegisteredSchema,
} from '@mallhive/contracts/identity'
import type { MessageInitShape } from '@bufbuild/protobuf'
import type { HandlerContext } from '@connectrpc/connect'
import { nameProblem, readEmail, readLine } from '@mallhive/contracts/contact'
import { publish } from '@mallhive/service-kit/outbox'
import { hashPassword } from 'better-auth/crypto'
import { sql } from 'drizzle-orm'
import { createAuth, passwordLength } from '../auth.ts'
import type { Deps } from '../deps.ts'
import { deviceCookie } from '../known-device.ts'
import { invalidEmail, refusing, weakPassword } from '../refusals.ts'
import { outbox } from '../schema.ts'
import { toUser } from '../user.ts'
import { domainError } from '../reasons.ts'

/**
 * Creates an account and a session. User, session and event are written in one transaction, which begins after the hash: a
 * waiting hash holds no connection and no lock.
 */
export const register =
  (deps: Pick<Deps, 'db' | 'config' | 'attempts' | 'passwordTurns'>) =>
  async (
    request: RegisterRequest,
    { signal }: Pick<HandlerContext, 'signal'>,
  ): Promise<MessageInitShape<typeof RegisterResponseSchema>> => {
    const { password, clientAddress: address } = request
    const name = readLine(request.name)
    const email = readEmail(request.email)
    const problem = nameProblem(name)
    if (problem) throw domainError('INVALID_NAME', 'not a name', { name: problem })
    if (email === undefined) throw invalidEmail()
    const { min, max } = passwordLength
    if (password.length < min || password.length > max) throw weakPassword()
    await deps.attempts.countRegistration(address)
    const hash = await deps.passwordTurns.run({ address, signal }, () => hashPassword(password))
    return deps.db.transaction(async (tx) => {
      // Serialises concurrent registrations of one address: the second one finds it taken.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${email}, 0))`)
      const { headers, response } = await refusing(
        createAuth(tx, deps.config, async () => hash).api.signUpEmail({
          body: { name, email, password },
          returnHeaders: true,
        }),
      )
      const user = toUser(response.user)
      await publish(tx, outbox, UserRegisteredSchema, { userId: user.id, name, email }, user.id)
      return { user, setCookies: [...headers.getSetCookie(), deviceCookie(email, deps.config)] }
    })
  }
