import type { ServiceImpl } from '@connectrpc/connect'
import type { InventoryService } from '@mallhive/contracts/inventory'
import type { Deps } from '../../deps.ts'
import { levelsOf } from '../availability-of.ts'
import { domainError } from '../../reasons.ts'

/** Returns unreserved units. Public, because every product page shows stock. */
export function getAvailability(
  deps: Pick<Deps, 'db'>,
): ServiceImpl<typeof InventoryService>['getAvailability'] {
  return async ({ skus }) => {
    if (skus.length > 1_000) throw domainError('TOO_MANY_SKUS', 'ask for 1,000 SKUs at most')
    return { levels: await levelsOf(deps, skus) }
  }
}
