import { ReleaseHealthService } from '@mallhive/contracts/release-health'
import { accepts } from '@mallhive/service-kit/callers'

export const callers = [
  accepts(ReleaseHealthService, {
    releaseHealth: ['role:admin', 'part:release-desk', 'part:release-tools'],
    recordServed: ['part:shell'],
  }),
]
