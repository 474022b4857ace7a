import type { ConnectRouter, ServiceImpl } from '@connectrpc/connect'
import { SearchService } from '@mallhive/contracts/search'
import type { Deps } from './deps.ts'
import { getRebuild } from './rpc/get-rebuild.ts'
import { getSearchReport } from './rpc/get-search-report.ts'
import { logOutcome } from './rpc/log-outcome.ts'
import { logSearch } from './rpc/log-search.ts'
import { search } from './rpc/search.ts'
import { startRebuild } from './rpc/start-rebuild.ts'
import { suggest } from './rpc/suggest.ts'

export const routes = (deps: Deps) => (router: ConnectRouter) => {
  router.service(SearchService, {
    search: search(deps),
    suggest: suggest(deps),
    startRebuild: startRebuild(deps),
    getRebuild: getRebuild(deps),
    logSearch: logSearch(deps),
    logOutcome: logOutcome(deps),
    getSearchReport: getSearchReport(deps),
  } satisfies ServiceImpl<typeof SearchService>)
}
