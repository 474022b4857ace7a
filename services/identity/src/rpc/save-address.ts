import type { SaveAddressRequest, SaveAddressResponseSchema } from '@mallhive/contracts/identity'
import { actorOf } from '@mallhive/service-kit/auth'
import type { MessageInitShape } from '@bufbuild/protobuf'
import type { HandlerContext } from '@connectrpc/connect'
import { randomUUIDv7 } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { checkAddress, toSavedAddress } from '../address.ts'
import type { Deps } from '../deps.ts'
import { address } from '../schema.ts'
import { addressNotFound, isUuid } from './delete-address.ts'
import { domainError } from '../reasons.ts'

const most = 50

/**
 * Creates or changes an address. The first one becomes the default; a new default replaces the previous one. A new default without
 * fields keeps its own, so that it undoes no concurrent edit.
 */
export const saveAddress =
  (deps: Pick<Deps, 'db'>) =>
  async (
    request: SaveAddressRequest,
    ctx: HandlerContext,
  ): Promise<MessageInitShape<typeof SaveAddressResponseSchema>> => {
    const { id: userId, kind } = actorOf(ctx)
    if (kind !== 'account') throw domainError('ACCOUNT_NEEDED', 'only an account keeps addresses')
    const { id = '', isDefault: wanted = false } = request.address ?? {}
    const given = request.address?.address
    const values = id && wanted && !given ? {} : checkAddress(given)
    if (id && !isUuid(id)) throw addressNotFound()
    return deps.db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${userId}, 0))`)
      const owned = eq(address.userId, userId)
      const count = await tx.$count(address, owned)
      if (!id && count >= most) {
        throw domainError('TOO_MANY_ADDRESSES', `an account holds ${most} addresses`)
      }
      if (wanted) await tx.update(address).set({ isDefault: false }).where(owned)
      const isDefault = wanted || (!id && count === 0) ? { isDefault: true } : {}
      const [row] = id
        ? await tx
            .update(address)
            .set({ ...values, ...isDefault })
            .where(and(owned, eq(address.id, id)))
            .returning()
        : await tx
            .insert(address)
            .values({ id: randomUUIDv7(), userId, ...checkAddress(given), ...isDefault })
            .returning()
      if (!row) throw addressNotFound()
      return { address: toSavedAddress(row) }
    })
  }
