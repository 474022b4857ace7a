import type { Client } from '@connectrpc/connect'
import { IdentityService } from '@mallhive/contracts/identity'
import { testPlatform } from '@mallhive/service-kit/testing'
import { decodeProtectedHeader } from 'jose'
import { expect, test } from 'vitest'
import { start } from './main.ts'
import { openTestIdentity } from './testing.ts'

const password = 'correct horse battery'
const cookieOf = (setCookies: string[]) => setCookies.map((value) => value.split(';')[0]).join('; ')

/** The identity of an open one, with another AUTH_SECRET. */
async function openRotated(
  platform: ReturnType<typeof testPlatform>,
  before: Record<string, string>,
  secret: string,
) {
  const rotated = { ...before, AUTH_SECRET: secret }
  await platform.start('identity', start, rotated)
  const found = Promise.withResolvers<Client<typeof IdentityService>>()
  await platform.start('bff', async (host) => found.resolve(host.client(IdentityService)), rotated)
  return found.promise
}

test('sessions outlive a rotation of AUTH_SECRET while the value that signed them is accepted', async () => {
  await using first = await openTestIdentity()
  await using rotating = testPlatform()
  await using rotated = testPlatform()
  const [old, next] = [first.env['AUTH_SECRET'] ?? '', 'another-secret-of-more-than-32-characters']
  const { setCookies } = await first.identity.register({ name: 'Ada', email: 'ada@example.test', password })
  const guest = await first.identity.startGuest({})
  const kidOf = ({ token }: { token: string }) => decodeProtectedHeader(token).kid
  const account = { cookie: cookieOf(setCookies) }
  const signed = await first.identity.exchangeSession(account)
  const both = await openRotated(rotating, first.env, `${next},${old}`)
  expect((await both.exchangeSession(account)).user?.email).toBe('ada@example.test')
  expect((await both.exchangeSession({ cookie: cookieOf(guest.setCookies) })).user?.id).toBe(guest.user?.id)
  const signedIn = await both.signIn({ email: 'ada@example.test', password })

  const last = await openRotated(rotated, first.env, next)
  const after = await last.exchangeSession({ cookie: cookieOf(signedIn.setCookies) })
  expect(after.user?.email).toBe('ada@example.test')
  expect(kidOf(after)).toBe(kidOf(signed))
  expect((await last.exchangeSession(account)).user).toBeUndefined()
  await both.signOut(account)
  expect((await both.exchangeSession(account)).user).toBeUndefined()
})

test('with another AUTH_SECRET sessions end, and people and guests get new ones', async () => {
  await using first = await openTestIdentity()
  const { setCookies } = await first.identity.register({ name: 'Ada', email: 'ada@example.test', password })
  await first.identity.exchangeSession({ cookie: cookieOf(setCookies) })
  await using platform = testPlatform()
  const again = await openRotated(platform, first.env, 'another-secret-of-more-than-32-characters')
  expect((await again.exchangeSession({ cookie: cookieOf(setCookies) })).user).toBeUndefined()
  const signedIn = await again.signIn({ email: 'ada@example.test', password })
  expect((await again.exchangeSession({ cookie: cookieOf(signedIn.setCookies) })).token).not.toBe('')
  expect((await again.startGuest({ clientAddress: '' })).token).not.toBe('')
})
