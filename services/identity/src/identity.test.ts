import { type IdentityService, UserKind } from '@mallhive/contracts/identity'
import type { Client } from '@connectrpc/connect'
import { actingAs } from '@mallhive/service-kit/auth'
import { testActor } from '@mallhive/service-kit/testing'
import { createVerifier } from '@mallhive/service-kit/tokens'
import { openRedis } from '@mallhive/service-kit/redis'
import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { timestampMs } from '@bufbuild/protobuf/wkt'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as schema from './schema.ts'
import { guestCookie } from './guest-session.ts'
import { deviceCookie } from './known-device.ts'
import { prune } from './prune.ts'
import { demoPassword, seed } from './seed.ts'
import { openTestIdentity } from './testing.ts'

const scope = new AsyncDisposableStack()
let identity: Client<typeof IdentityService>
let url: string
let env: Record<string, string>
let db: Awaited<ReturnType<typeof openTestIdentity>>['db']

beforeAll(async () => {
  const opened = scope.use(await openTestIdentity({ GUESTS_PER_ADDRESS: '2' }))
  ;({ db, env, identity } = opened)
  url = await opened.listen()
})
afterAll(() => scope.disposeAsync())

const password = 'correct horse battery'
const newEmail = () => `${randomUUID()}@example.test`
const cookieOf = (setCookies: string[]) => setCookies.map((value) => value.split(';')[0]).join('; ')
/** Adds a guest with rows, as the release before signed guests did. */
async function storedGuest() {
  const registered = await register()
  const own = eq(schema.user.id, registered.user!.id)
  await db.update(schema.user).set({ isAnonymous: true }).where(own)
  return registered
}
const register = (email = newEmail()) => identity.register({ name: 'Ada', email, password })

/** Verifies a token like other services, by the published key set. */
const verify = (token: string) => createVerifier({ JWKS_URL: `${url}/.well-known/jwks.json` })(token, 'any')

test('registering signs in, and the session becomes a token that other services accept', async () => {
  const email = newEmail()
  const { user, setCookies } = await register(email)
  expect(setCookies[0]).toMatch(/^mall_session=[^;]+;.*HttpOnly; SameSite=Lax$/i)
  expect(setCookies[0]).not.toMatch(/secure/i)
  const session = await identity.exchangeSession({ cookie: `theme=dark; ${cookieOf(setCookies)}` })
  await expect(verify(session.token)).resolves.toMatchObject({
    kind: 'account',
    id: user?.id,
    email,
    name: 'Ada',
    roles: [],
    memberships: [],
  })
})

test('an account and its event are created in one transaction', async () => {
  const { user } = await register()
  const events = await db.select().from(schema.outbox)
  expect(events.some((event) => event.body.includes(user!.id))).toBe(true)
})

test('two concurrent registrations of one e-mail address create one account', async () => {
  const email = newEmail()
  const results = await Promise.allSettled([register(email), register(email.toUpperCase()), register(email)])
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  expect(results.flatMap((result) => (result.status === 'rejected' ? result.reason.reason : []))).toEqual([
    'EMAIL_TAKEN',
    'EMAIL_TAKEN',
  ])
})

test.each([
  [{ password: 'short' }, 'WEAK_PASSWORD'],
  [{ email: 'not an address' }, 'INVALID_EMAIL'],
  [{ email: 'a@b.test\r\nBcc: all@b.test' }, 'INVALID_EMAIL'],
  [{ email: 'a,b@example.test' }, 'INVALID_EMAIL'],
  [{ email: 'jörg@example.test' }, 'INVALID_EMAIL'],
  [{ name: ' ' }, 'INVALID_NAME'],
  [{ name: 'Ada\r\nBcc: all@b.test' }, 'INVALID_NAME'],
])('a registration with %o is refused with %s', async (bad, reason) => {
  const request = { name: 'Ada', email: newEmail(), password, ...bad }
  await expect(identity.register(request)).rejects.toMatchObject({ reason })
})

test('signing in creates a new session; an unknown address and a wrong password are refused alike', async () => {
  const email = newEmail()
  await register(email)
  const { setCookies } = await identity.signIn({ email: ` ${email.toUpperCase()}`, password })
  expect((await identity.exchangeSession({ cookie: cookieOf(setCookies) })).user?.email).toBe(email)
  const wrong = { kind: 'unauthenticated', reason: 'INVALID_CREDENTIALS' }
  await expect(identity.signIn({ email, password: 'wrong' })).rejects.toMatchObject(wrong)
  await expect(identity.signIn({ email: newEmail(), password })).rejects.toMatchObject(wrong)
})

test('a session that was signed out, forged or never existed has no user', async () => {
  const cookie = cookieOf((await register()).setCookies)
  const { setCookies } = await identity.signOut({ cookie })
  expect(setCookies[0]).toMatch(/^mall_session=;.*Max-Age=0/i)
  for (const dead of [cookie, 'mall_session=abc.def', 'mall_session=%E0%A4%A', ';;;=', '']) {
    expect((await identity.exchangeSession({ cookie: dead })).user).toBeUndefined()
  }
  await expect(identity.signOut({ cookie: '' })).resolves.toBeDefined()
})

test('an address starts a limited number of guests in an hour; sessions that it has go on', async () => {
  const [clientAddress, another] = [randomUUID(), randomUUID()]
  const { setCookies } = await identity.startGuest({ clientAddress })
  await identity.startGuest({ clientAddress })
  await expect(identity.startGuest({ clientAddress })).rejects.toMatchObject({
    reason: 'TOO_MANY_ATTEMPTS',
    details: { retryAfterSeconds: '3600' },
  })
  const { user } = await identity.exchangeSession({ cookie: cookieOf(setCookies) })
  expect(user?.kind).toBe(UserKind.GUEST)
  await expect(identity.startGuest({ clientAddress: another })).resolves.toBeDefined()
})

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const sameByte = (digit: string): string => base64url[base64url.indexOf(digit) ^ 1] ?? ''

/** Returns the guest cookie as another mall, or this one at another time, would sign it. */
const signedGuest = (id: string, secret = env['AUTH_SECRET'] ?? '') =>
  cookieOf([guestCookie(id, { AUTH_SECRET: [secret], PUBLIC_ORIGIN: env['PUBLIC_ORIGIN'] ?? '' })])

test('a guest adds no row and no event, and the answer has the token that the cookie is exchanged for', async () => {
  const rows = () =>
    Promise.all([schema.user, schema.session, schema.outbox].map((table) => db.$count(table)))
  const before = await rows()
  const { user, token, setCookies, expiresAt } = await identity.startGuest({})
  expect(await rows()).toEqual(before)
  expect(setCookies).toEqual([
    expect.stringMatching(/^mall_session=guest\.[^;]+; Max-Age=5184000; Path=\/; HttpOnly; SameSite=Lax$/),
  ])
  expect(user?.kind).toBe(UserKind.GUEST)
  expect(timestampMs(expiresAt!)).toBeGreaterThan(Date.now() + 200_000)
  await expect(verify(token)).resolves.toMatchObject({ kind: 'guest', id: user?.id })
})

test('a guest keeps the session when Redis is emptied', async () => {
  const REDIS_URL = Object.assign(new URL(env['REDIS_URL'] ?? ''), { pathname: '/9' }).href
  await using own = await openTestIdentity({ REDIS_URL })
  const { user, setCookies } = await own.identity.startGuest({ clientAddress: '192.0.2.1' })
  await using redis = openRedis(REDIS_URL)
  expect(await redis.dbsize()).toBe(1)
  await redis.flushdb()
  const exchanged = await own.identity.exchangeSession({ cookie: cookieOf(setCookies) })
  expect(exchanged.user?.id).toBe(user?.id)
})

test('a guest who signed out has no session any more, on any instance', async () => {
  const cookie = cookieOf((await identity.startGuest({})).setCookies)
  const { setCookies } = await identity.signOut({ cookie })
  expect(setCookies[0]).toMatch(/^mall_session=;.*Max-Age=0/i)
  expect((await identity.exchangeSession({ cookie })).user).toBeUndefined()
  await expect(identity.signOut({ cookie })).resolves.toBeDefined()
})

test('a guest cookie with another id, of another secret or purpose, or of more than 60 days is no session', async () => {
  const id = (await identity.startGuest({})).user!.id
  const [, signature] = /\.([\w-]+)$/.exec(signedGuest(id)) ?? []
  const config: Parameters<typeof deviceCookie>[1] = {
    AUTH_SECRET: [env['AUTH_SECRET'] ?? ''],
    PUBLIC_ORIGIN: env['PUBLIC_ORIGIN'] ?? '',
  }
  const [, deviceSignature] = /\.([\w-]+)$/.exec(cookieOf([deviceCookie(newEmail(), config, id)])) ?? []
  const idOf = (daysAgo: number) => {
    const hex = (Date.now() - daysAgo * 86_400_000).toString(16).padStart(12, '0')
    return `${hex.slice(0, 8)}-${hex.slice(8)}${id.slice(13)}`
  }
  const dead = [
    `mall_session=guest.${randomUUIDv7()}.${signature}`,
    signedGuest(id, 'another secret of more than 32 characters'),
    `mall_session=guest.${id}.${deviceSignature}`,
    // The same bytes in another spelling: the last digit of 43 has two bits that base64url ignores.
    signedGuest(id).replace(/.$/, sameByte),
    signedGuest(idOf(61)),
    `${signedGuest(id)}x`,
  ]
  for (const cookie of dead) expect((await identity.exchangeSession({ cookie })).user).toBeUndefined()
  for (const cookie of [signedGuest(id), signedGuest(idOf(59))])
    expect((await identity.exchangeSession({ cookie })).user?.kind).toBe(UserKind.GUEST)
})

test('a guest of the release that stored guests keeps the session', async () => {
  const { user, setCookies } = await storedGuest()
  const after = await identity.exchangeSession({ cookie: cookieOf(setCookies) })
  expect(after.user).toMatchObject({ id: user!.id, kind: UserKind.GUEST, name: '', email: '' })
})

test("a guest's token stays valid for the cart's merge after signing in", async () => {
  const guest = await identity.startGuest({})
  const cookie = cookieOf(guest.setCookies)
  const before = await identity.exchangeSession({ cookie })
  expect(before.user).toMatchObject({
    id: guest.user?.id,
    kind: UserKind.GUEST,
    name: '',
    email: '',
    roles: [],
  })
  const account = await identity.register({ name: 'Ada', email: newEmail(), password })
  expect(account.user?.id).not.toBe(guest.user?.id)
  await expect(verify(before.token)).resolves.toMatchObject({ kind: 'guest', id: guest.user?.id })
})

test('guests cannot keep addresses, because no row of theirs would own them', async () => {
  const guest = actingAs(await testActor({ kind: 'guest' }))
  const saving = identity.saveAddress({ address: { address: home } }, guest)
  await expect(saving).rejects.toMatchObject({ kind: 'forbidden', reason: 'ACCOUNT_NEEDED' })
  expect((await identity.listAddresses({}, guest)).addresses).toEqual([])
})

test('ended guest sessions are forgotten once their cookies have expired', async () => {
  const started = await Promise.all([identity.startGuest({}), identity.startGuest({})])
  for (const { setCookies } of started) await identity.signOut({ cookie: cookieOf(setCookies) })
  const [old, recent] = started.map(({ user }) => user!.id)
  const ofEnded = (id: string | undefined) => eq(schema.endedGuests.id, id ?? '')
  await db
    .update(schema.endedGuests)
    .set({ endedAt: sql`now() - interval '61 days'` })
    .where(ofEnded(old))
  expect((await prune({ db })).endedGuests).toBe(1)
  expect(await db.$count(schema.endedGuests, ofEnded(recent))).toBe(1)
})

test('a new default keeps the fields that another tab has saved meanwhile', async () => {
  const { user } = await register()
  const me = actingAs(await testActor({ id: user!.id }))
  await identity.saveAddress({ address: { address: home } }, me)
  const { address } = await identity.saveAddress({ address: { address: { ...home, city: 'York' } } }, me)
  await identity.saveAddress({ address: { id: address!.id, address: { ...home, city: 'Leeds' } } }, me)
  const made = await identity.saveAddress({ address: { id: address!.id, isDefault: true } }, me)
  expect(made.address).toMatchObject({ isDefault: true, address: { city: 'Leeds' } })
  await expect(identity.saveAddress({ address: { isDefault: true } }, me)).rejects.toMatchObject({
    reason: 'INVALID_ADDRESS',
  })
})

const home = { name: 'Ada', line1: '1 Mill Lane', city: 'Kent', postcode: 'ME1', country: 'GB' }

test('addresses are visible to their owner only; the first is the default, and a new default replaces it', async () => {
  const { user } = await register()
  const me = actingAs(await testActor({ id: user!.id }))
  const first = await identity.saveAddress({ address: { address: home } }, me)
  expect(first.address?.isDefault).toBe(true)
  const second = await identity.saveAddress(
    { address: { address: { ...home, city: 'York' }, isDefault: true } },
    me,
  )
  const { addresses } = await identity.listAddresses({}, me)
  expect(addresses.map((one) => [one.id, one.isDefault])).toEqual([
    [second.address?.id, true],
    [first.address?.id, false],
  ])
  const stranger = actingAs(await testActor())
  const theft = identity.deleteAddress({ id: first.address!.id }, stranger)
  await expect(theft).rejects.toMatchObject({ kind: 'not_found', reason: 'ADDRESS_NOT_FOUND' })
  expect((await identity.listAddresses({}, stranger)).addresses).toEqual([])
  await identity.deleteAddress({ id: first.address!.id }, me)
  expect((await identity.listAddresses({}, me)).addresses).toHaveLength(1)
})

test('every bad field of an address is named', async () => {
  const me = actingAs(await testActor())
  const bad = identity.saveAddress({ address: { address: { ...home, city: ' ', country: 'Britain' } } }, me)
  await expect(bad).rejects.toMatchObject({
    reason: 'INVALID_ADDRESS',
    details: { city: 'missing', country: 'not-served' },
  })
})

test('an address is stored normalised', async () => {
  const { user } = await register()
  const me = actingAs(await testActor({ id: user!.id }))
  const typed = { ...home, postcode: 'd-10115', country: 'de', name: ' Ada  Lovelace' }
  const { address } = await identity.saveAddress({ address: { address: typed } }, me)
  expect(address?.address).toMatchObject({ postcode: '10115', country: 'DE', name: 'Ada Lovelace' })
})

test('demo accounts sign in with their roles, also after repeated seeding', async () => {
  await seed(env, { sellerIds: ['shop-1', 'shop-2'] })
  await seed(env, { sellerIds: ['shop-1', 'shop-2'] })
  const { setCookies } = await identity.signIn({ email: 'seller@mallhive.test', password: demoPassword })
  const { token } = await identity.exchangeSession({ cookie: cookieOf(setCookies) })
  await expect(verify(token)).resolves.toMatchObject({
    roles: [],
    memberships: [{ shopId: 'shop-1', role: 'owner' }],
  })
})

test('stored guests who were idle for thirty days and expired sessions are deleted, accounts and returning guests are kept', async () => {
  const [idle, returning, fresh] = await Promise.all([1, 2, 3].map(() => storedGuest()))
  const { user: owner, setCookies } = await register()
  const old = sql`now() - interval '31 days'`
  for (const { user } of [idle!, returning!, { user: owner }]) {
    await db.update(schema.user).set({ createdAt: old }).where(eq(schema.user.id, user!.id))
    await db.update(schema.session).set({ updatedAt: old }).where(eq(schema.session.userId, user!.id))
  }
  // Exchanging the session marks it as used.
  await identity.exchangeSession({ cookie: cookieOf(returning!.setCookies) })
  await db.update(schema.session).set({ expiresAt: old }).where(eq(schema.session.userId, owner!.id))

  await expect(prune({ db })).resolves.toEqual({
    guests: 1,
    sessions: 1,
    verifications: 0,
    endedGuests: 0,
  })
  const exists = (id: string) => db.$count(schema.user, eq(schema.user.id, id))
  expect(await Promise.all([idle!, returning!, fresh!].map(({ user }) => exists(user!.id)))).toEqual([
    0, 1, 1,
  ])
  expect(await exists(owner!.id)).toBe(1)
  expect((await identity.exchangeSession({ cookie: cookieOf(setCookies) })).user).toBeUndefined()
  expect((await identity.exchangeSession({ cookie: cookieOf(idle!.setCookies) })).user).toBeUndefined()
})
