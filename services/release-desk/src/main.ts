import { readConfig } from '@mallhive/process-kit/config'
import { runService, type Start } from '@mallhive/service-kit/service'
import { configSchema } from './config.ts'
import { openDeps } from './deps.ts'
import { routes } from './routes.ts'
import { startWalker } from './walker.ts'

/** Advances rollouts and changes the live releases for staff. */
export const start: Start = async (host) => {
  const config = readConfig(configSchema, host.env)
  const deps = await openDeps(host, config)
  const { releases } = deps
  const walker = host.use(startWalker(deps))

  host.http(routes({ ...deps, walker }))
  host.readiness('releases', () => releases.trust.refresh())
}

if (import.meta.main) await runService('release-desk', start)
