import type { Client } from '@connectrpc/connect'
import type { ReleaseHealthService } from '@mallhive/contracts/release-health'
import type { IdentityService } from '@mallhive/contracts/identity'
import type { SigningStore } from '@mallhive/release-runtime/trust/trusted-store'
import type { Host } from '@mallhive/service-kit/service'
import type { Config } from './config.ts'

export interface Deps {
  config: Config
  log: Host['log']
  releases: SigningStore
  identity: Client<typeof IdentityService>
  releaseHealth: Client<typeof ReleaseHealthService>
  walker: {
    /** Returns why a rollout waits, or its last outcome. */
    lastWord: (name: string) => string | undefined
  }
}
