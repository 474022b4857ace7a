import { ReleaseHealthService } from '@mallhive/contracts/release-health'
import { IdentityService } from '@mallhive/contracts/identity'
import { signerFromEnv } from '@mallhive/release-runtime/trust/signer-from-env'
import { trustedStoreFromEnv } from '@mallhive/release-runtime/trust/trusted-store'
import { readConfig } from '@mallhive/process-kit/config'
import { runService, type Start } from '@mallhive/service-kit/service'
import { configSchema } from './config.ts'
import { routes } from './routes.ts'
import { startWalker } from './walker.ts'

/** Advances rollouts and changes the live releases for staff. */
export const start: Start = async (host) => {
  const config = readConfig(configSchema, host.env)
  const bucket = host.use(trustedStoreFromEnv(host.env))
  const releases = { ...bucket, signer: await signerFromEnv(host.env, 'RELEASE_DESK_KEY') }
  const identity = host.client(IdentityService)
  const releaseHealth = host.client(ReleaseHealthService)
  const walker = host.use(startWalker({ config, log: host.log, releases, releaseHealth }))

  host.http(routes({ config, log: host.log, releases, identity, releaseHealth, walker }))
  host.readiness('releases', () => releases.trust.refresh())
}

if (import.meta.main) await runService('release-desk', start)
