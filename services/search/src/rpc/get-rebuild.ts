import type { ServiceImpl } from '@connectrpc/connect'
import type { SearchService } from '@mallhive/contracts/search'
import type { Deps } from '../deps.ts'
import { toRebuild } from '../rebuild/to-rebuild.ts'

export function getRebuild({
  rebuilder,
}: Pick<Deps, 'rebuilder'>): ServiceImpl<typeof SearchService>['getRebuild'] {
  return async () => {
    const last = await rebuilder.last()
    return last ? { rebuild: toRebuild(last) } : {}
  }
}
