import type { ServiceImpl } from '@connectrpc/connect'
import type { SearchService } from '@mallhive/contracts/search'
import type { Deps } from '../deps.ts'
import { toRebuild } from '../rebuild/to-rebuild.ts'

export function startRebuild({
  rebuilder,
}: Pick<Deps, 'rebuilder'>): ServiceImpl<typeof SearchService>['startRebuild'] {
  return async () => ({ rebuild: toRebuild(await rebuilder.start()) })
}
