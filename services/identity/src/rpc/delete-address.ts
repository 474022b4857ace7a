import type { DeleteAddressRequest, DeleteAddressResponseSchema } from '@mallhive/contracts/identity'
import { actorOf } from '@mallhive/service-kit/auth'
import type { MessageInitShape } from '@bufbuild/protobuf'
import type { HandlerContext } from '@connectrpc/connect'
import type { DomainError } from '@mallhive/service-kit/errors'
import { and, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { address } from '../schema.ts'
import { domainError } from '../reasons.ts'

export const deleteAddress =
  (deps: Pick<Deps, 'db'>) =>
  async (
    request: DeleteAddressRequest,
    ctx: HandlerContext,
  ): Promise<MessageInitShape<typeof DeleteAddressResponseSchema>> => {
    const userId = actorOf(ctx).id
    if (!isUuid(request.id)) throw addressNotFound()
    const gone = await deps.db
      .delete(address)
      .where(and(eq(address.id, request.id), eq(address.userId, userId)))
      .returning()
    if (gone.length === 0) throw addressNotFound()
    return {}
  }

/** The same refusal for another account's address, so that ids cannot be probed. */
export function addressNotFound(): DomainError {
  return domainError('ADDRESS_NOT_FOUND', 'there is no such address')
}

export function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
}
