import type { ListAddressesRequest, ListAddressesResponseSchema } from '@mallhive/contracts/identity'
import { actorOf } from '@mallhive/service-kit/auth'
import type { MessageInitShape } from '@bufbuild/protobuf'
import type { HandlerContext } from '@connectrpc/connect'
import { desc, eq } from 'drizzle-orm'
import { toSavedAddress } from '../address.ts'
import type { Deps } from '../deps.ts'
import { address } from '../schema.ts'

/** Lists the caller's addresses, the default one first. */
export const listAddresses =
  (deps: Pick<Deps, 'db'>) =>
  async (
    _request: ListAddressesRequest,
    ctx: HandlerContext,
  ): Promise<MessageInitShape<typeof ListAddressesResponseSchema>> => {
    const rows = await deps.db
      .select()
      .from(address)
      .where(eq(address.userId, actorOf(ctx).id))
      .orderBy(desc(address.isDefault), address.id)
    return { addresses: rows.map(toSavedAddress) }
  }
