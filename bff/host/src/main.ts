import { readCookie } from '@mallhive/contracts/cookies'
import { IdentityService } from '@mallhive/contracts/identity'
import { previewsOf } from '@mallhive/release-runtime/preview/settings'
import { visitorReader } from '@mallhive/release-runtime/preview/visitor'
import { trustedStoreFromEnv } from '@mallhive/release-runtime/trust/trusted-store'
import { readConfig } from '@mallhive/process-kit/config'
import { openPublicAnswers } from '@mallhive/process-kit/public-answers'
import { openBus } from '@mallhive/service-kit/bus'
import { startConsumer } from '@mallhive/service-kit/consumer'
import { openRedis } from '@mallhive/service-kit/redis'
import { runService } from '@mallhive/service-kit/service'
import type { Start } from '@mallhive/service-kit/service'
import { openChanges } from './changes.ts'
import { configSchema } from './config.ts'
import { forgetChanged } from './forget-changed.ts'
import { isKnownService } from './known-services.ts'
import { openLimits } from './limits.ts'
import type { OpenClient } from './release-rpcs.ts'
import { openReleases } from './releases.ts'
import { routes } from './routes.ts'
import { openServed } from './served.ts'
import { openSessions } from './sessions.ts'
import { subscriptions } from './subscriptions.ts'

/** Runs the routers of all live releases, several versions side by side. Names no micro frontend. */
export const start: Start = async (host) => {
  const config = readConfig(configSchema, host.env)
  const redis = host.use(openRedis(config.REDIS_URL))
  const bucket = host.use(trustedStoreFromEnv(host.env, { attempts: 1, timeoutMs: 3000 }))
  const serves = openServed(config)
  const client: OpenClient = (service) => host.client(service)
  const registry = host.use(await openReleases(bucket, { config, log: host.log, client, serves }))
  const visitor = visitorReader({
    publicOrigin: config.PUBLIC_ORIGIN,
    previews: previewsOf(config),
    trust: bucket.trust,
    readPassCookie: (header, origin) => readCookie(header, 'mall_pass', origin),
  })
  const bus = host.use(openBus(config))
  const changes = host.use(openChanges(redis, host.log))
  const consumed = { service: host.name, subscriptions: subscriptions(changes) }
  host.use(await startConsumer({ ...consumed, bus, log: host.log }))
  const answers = openPublicAnswers({ mostBytes: Math.round(config.PUBLIC_ANSWERS_MB * 1e6) })
  host.use(forgetChanged(changes, answers))
  const sessions = openSessions(host.client(IdentityService), config.PUBLIC_ORIGIN)
  host.http(
    routes({
      config,
      redis,
      registry,
      serves,
      visitor,
      sessions,
      limits: openLimits(redis, config),
      changes,
      answers,
      log: host.log,
      client,
      contracts: (typeNames) => host.contracts(typeNames.filter(isKnownService)),
    }),
  )
}

if (import.meta.main) await runService('bff', start)
