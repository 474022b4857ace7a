import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ConnectRouter } from '@connectrpc/connect'
import { IdentityService, UserKind } from '@mallhive/contracts/identity'
import { currentTraceparent } from '@mallhive/process-kit/telemetry'
import { bundleBff } from '@mallhive/release-kit/build/bff'
import { promote } from '@mallhive/release-runtime/promote'
import { faultyBucket, publishBundle } from '@mallhive/release-runtime/testing'
import { actorOf } from '@mallhive/service-kit/auth'
import { accepts } from '@mallhive/service-kit/callers'
import { testActor, testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { DomainError } from '@mallhive/service-kit/errors'
import { reasons } from '@mallhive/contracts/reasons/identity'
import { start } from './main.ts'

const domainError = DomainError.of(reasons)

/** The address whose limit of new guests is spent. */
export const crowdedAddress = '192.0.2.99'

/** Opens the host over a real bucket and Redis, with two versions of one team's router and a fake identity service. */
export async function openTestHost(
  more: Record<string, string> = {},
  {
    rpcs = ['ListAddresses', 'DeleteAddress', 'SignIn', 'ExchangeSession'].map(
      (name) => `mallhive.identity.v1.IdentityService/${name}`,
    ),
  } = {},
) {
  const resources = new AsyncDisposableStack()
  const { signing, env, faults } = resources.use(await faultyBucket())
  const code = await bundleOf('../fixtures/router.ts')
  await publishBundle(signing, 'team', '1.0.0', code.replace('%VERSION%', 'one'), { rpcs })
  await publishBundle(signing, 'team', '1.1.0', code.replace('%VERSION%', 'two'), { rpcs })
  await promote(signing, { name: 'team', version: '1.0.0', by: 'ana' })

  const platform = resources.use(testPlatform())
  const identity = { calls: 0, guests: 0, deleted: 0, down: false, signIn: {}, traceparent: '' }
  await platform.start(
    'identity',
    async (host) => {
      const serve = (router: ConnectRouter) =>
        router.service(IdentityService, {
          exchangeSession: async ({ cookie }) => {
            identity.calls++
            if (identity.down) throw new Error('identity is down')
            const id = /mall_session=(\w+)/.exec(cookie)?.[1]
            if (!id || id === 'dead') return {}
            const actor = await testActor({ kind: id === 'guest' ? 'guest' : 'account', id, name: id })
            const kind = id === 'guest' ? UserKind.GUEST : UserKind.ACCOUNT
            return { user: { id, kind, name: id }, token: actor.token }
          },
          startGuest: async ({ clientAddress }) => {
            if (clientAddress === crowdedAddress)
              throw domainError('TOO_MANY_ATTEMPTS', 'too many guests', { retryAfterSeconds: '90' })
            identity.guests++
            return { setCookies: ['mall_session=guest; Path=/; HttpOnly'] }
          },
          signIn: async ({ cookie, clientAddress }) => {
            identity.signIn = { cookie, clientAddress }
            return { setCookies: ['mall_session=ana; Path=/; HttpOnly'] }
          },
          deleteAddress: () => {
            identity.deleted++
            return {}
          },
          listAddresses: async (_request, context) => {
            identity.traceparent = currentTraceparent() ?? ''
            return { addresses: [{ id: `of ${actorOf(context).id}` }] }
          },
        })
      host.routes(serve, [accepts(IdentityService, ['anyone'])])
    },
    testEnv(),
  )
  const previews = { PREVIEWS: 'on', PREVIEW_ORIGIN: 'http://preview.localhost:4000' }
  const hostEnv = { ...testEnv(), ...env, ...previews, RELEASES_POLL_MS: '50', ...more }
  await platform.start('bff', start, hostEnv)
  const url = await platform.listen({ port: 0 })
  return { url, code, signing, faults, identity, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

async function bundleOf(router: string): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'bff-'))
  try {
    return readFileSync(join(dir, await bundleBff(router, { root: import.meta.dirname, dir })), 'utf8')
  } finally {
    rmSync(dir, { recursive: true })
  }
}
