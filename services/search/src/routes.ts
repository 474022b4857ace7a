import type { ConnectRouter, ServiceImpl } from '@connectrpc/connect'
import { SearchService } from '@mallhive/contracts/search'
import type { Deps } from './deps.ts'
import { search } from './rpc/search.ts'
import { suggest } from './rpc/suggest.ts'

export const routes = (deps: Deps) => (router: ConnectRouter) => {
  router.service(SearchService, {
    search: search(deps),
    suggest: suggest(deps),
  } satisfies ServiceImpl<typeof SearchService>)
}
