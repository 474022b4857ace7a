import type { ServiceImpl } from '@connectrpc/connect'
import type { SearchService } from '@mallhive/contracts/search'
import type { Deps } from '../deps.ts'

export function suggest(_deps: Pick<Deps, 'db'>): ServiceImpl<typeof SearchService>['suggest'] {
  return async () => ({})
}
