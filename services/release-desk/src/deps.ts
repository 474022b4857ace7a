import type { Client } from '@connectrpc/connect'
import { IdentityService } from '@mallhive/contracts/identity'
import { ReleaseHealthService } from '@mallhive/contracts/release-health'
import { signerFromEnv } from '@mallhive/release-runtime/trust/signer-from-env'
import { type SigningStore, trustedStoreFromEnv } from '@mallhive/release-runtime/trust/trusted-store'
import type { Host } from '@mallhive/service-kit/service'
import type { Config } from './config.ts'

export interface Deps {
  config: Config
  log: Host['log']
  releases: SigningStore
  identity: Client<typeof IdentityService>
  releaseHealth: Client<typeof ReleaseHealthService>
}

export async function openDeps(host: Host, config: Config): Promise<Deps> {
  const bucket = host.use(trustedStoreFromEnv(host.env))
  return {
    config,
    log: host.log,
    releases: { ...bucket, signer: await signerFromEnv(host.env, 'RELEASE_DESK_KEY') },
    identity: host.client(IdentityService),
    releaseHealth: host.client(ReleaseHealthService),
  }
}
