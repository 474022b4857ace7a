import { SearchService } from '@mallhive/contracts/search'
import { accepts } from '@mallhive/service-kit/callers'

export const callers = [
  accepts(SearchService, {
    search: ['anyone'],
    suggest: ['anyone'],
    startRebuild: ['role:admin', 'part:release-tools'],
    getRebuild: ['role:admin', 'part:release-tools'],
    logSearch: ['anyone'],
    logOutcome: ['anyone'],
    getSearchReport: ['role:admin', 'part:release-tools'],
  }),
]
