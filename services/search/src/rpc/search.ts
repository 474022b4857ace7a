import type { ServiceImpl } from '@connectrpc/connect'
import type { SearchService } from '@mallhive/contracts/search'
import type { Deps } from '../deps.ts'

export function search(_deps: Pick<Deps, 'db'>): ServiceImpl<typeof SearchService>['search'] {
  return async () => ({})
}
