import { timestampFromMs } from '@bufbuild/protobuf/wkt'
import { createClient, createRouterTransport } from '@connectrpc/connect'
import { IdentityService, UserKind } from '@mallhive/contracts/identity'
import { expect, test } from 'vitest'
import { openSessions } from './sessions.ts'

const user = { id: 'g1', kind: UserKind.GUEST }
const inFiveMinutes = timestampFromMs(Date.now() + 300_000)

/** Opens sessions over an identity service that answers StartGuest so, and counts exchanges. */
function sessionsOver(started: { token?: string }) {
  const counted = { exchanges: 0 }
  const transport = createRouterTransport(({ service }) => {
    service(IdentityService, {
      startGuest: () => ({
        ...started,
        user,
        expiresAt: inFiveMinutes,
        setCookies: ['mall_session=guest.g1; Path=/'],
      }),
      exchangeSession: () => {
        counted.exchanges++
        return { user, token: 'exchanged', expiresAt: inFiveMinutes }
      },
    })
  })
  return {
    counted,
    sessions: openSessions(createClient(IdentityService, transport), 'http://localhost:4000'),
  }
}

test('a new guest acts at once, without an exchange of the new cookie', async () => {
  const { sessions, counted } = sessionsOver({ token: 'started' })
  expect(await sessions.startGuest('192.0.2.1')).toEqual(['mall_session=guest.g1; Path=/'])
  const session = await sessions.of('theme=dark; mall_session=guest.g1')
  expect(session).toMatchObject({ actor: { kind: 'guest', id: 'g1' }, token: 'started' })
  expect(counted.exchanges).toBe(0)
})

test('a new guest of an identity service of the previous release acts after an exchange', async () => {
  const { sessions, counted } = sessionsOver({})
  await sessions.startGuest('192.0.2.1')
  expect(await sessions.of('mall_session=guest.g1')).toMatchObject({
    actor: { id: 'g1' },
    token: 'exchanged',
  })
  expect(counted.exchanges).toBe(1)
})

test('a session that was started and dropped is exchanged again', async () => {
  const { sessions } = sessionsOver({ token: 'started' })
  await sessions.startGuest('192.0.2.1')
  sessions.drop('mall_session=guest.g1')
  expect(await sessions.of('mall_session=guest.g1')).toMatchObject({ token: 'exchanged' })
})
