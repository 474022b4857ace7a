import type { Client } from '@connectrpc/connect'
import type { AnalyticsService } from '@mallhive/contracts/analytics'
import type { IdentityService } from '@mallhive/contracts/identity'
import type { SigningStore } from '@mallhive/release-kit/trust/trusted-store'
import type { Host } from '@mallhive/service-kit/service'
import type { Config } from './config.ts'

export interface Deps {
  config: Config
  log: Host['log']
  releases: SigningStore
  identity: Client<typeof IdentityService>
  analytics: Client<typeof AnalyticsService>
  walker: {
    /** Why a rollout waits, or what became of it. */
    lastWord: (name: string) => string | undefined
  }
}
