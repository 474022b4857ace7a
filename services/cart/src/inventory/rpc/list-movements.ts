import { timestampFromDate } from '@bufbuild/protobuf/wkt'
import type { ServiceImpl } from '@connectrpc/connect'
import { type InventoryService, MovementKind } from '@mallhive/contracts/inventory'
import { actorOf } from '@mallhive/service-kit/auth'
import { and, desc, eq, lt } from 'drizzle-orm'
import type { Deps } from '../../deps.ts'
import { checkSku } from '../../limits.ts'
import { movements, stock } from '../../schema.ts'
import { checkMayManage } from '../may-manage.ts'
import { domainError } from '../../reasons.ts'

const kinds = {
  set: MovementKind.SET,
  reserved: MovementKind.RESERVED,
  released: MovementKind.RELEASED,
  committed: MovementKind.COMMITTED,
}
const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The ledger of one SKU, newest first. */
export function listMovements(deps: Pick<Deps, 'db'>): ServiceImpl<typeof InventoryService>['listMovements'] {
  return async ({ sku, pageSize, cursor }, context) => {
    const actor = actorOf(context)
    checkSku(sku)
    if (cursor && !uuidPattern.test(cursor)) throw domainError('INVALID_CURSOR', 'not a cursor')
    const [owned] = await deps.db.select().from(stock).where(eq(stock.sku, sku))
    checkMayManage(actor, owned?.sellerId ?? '')

    const size = Math.min(Math.max(pageSize || 50, 1), 200)
    const rows = await deps.db
      .select()
      .from(movements)
      .where(and(eq(movements.sku, sku), cursor ? lt(movements.id, cursor) : undefined))
      .orderBy(desc(movements.id))
      .limit(size + 1)
    const page = rows.slice(0, size)
    return {
      movements: page.map((row) => ({
        id: row.id,
        sku: row.sku,
        kind: kinds[row.kind],
        onHandDelta: row.onHandDelta,
        reservedDelta: row.reservedDelta,
        checkoutId: row.checkoutId ?? '',
        at: timestampFromDate(row.at),
      })),
      nextCursor: rows.length > size ? (page.at(-1)?.id ?? '') : '',
    }
  }
}
