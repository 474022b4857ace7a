import { createPrivateKey, createPublicKey } from 'node:crypto'
import { generateKeyPair, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { publicPartKey } from './part-keys.ts'
import { createPartSigner } from './part-tokens.ts'
import { testActor, testEnv, testPartKey, testPartKeys, testToken } from './testing.ts'
import { createVerifier } from './tokens.ts'

const env = testEnv({ PART_KEYS: testPartKeys(['orders', 'cart']) })
const audience = 'mallhive.payments.v1.PaymentsService'
const verifier = createVerifier(env)
const verify = (token: string) => verifier(token, audience)
const refused = { kind: 'unauthenticated', reason: 'INVALID_TOKEN' }

/** A well-formed token of an account, signed as given. */
const forge = (alg: string, key: Parameters<SignJWT['sign']>[0], claims = {}) =>
  new SignJWT({ kind: 'account', roles: ['admin'], ...claims })
    .setProtectedHeader({ alg, kid: 'test' })
    .setSubject('mallory')
    .setIssuer('mallhive')
    .setAudience('mallhive')
    .setExpirationTime('5m')
    .sign(key)

const keyOf = (part: string) => createPrivateKey(testPartKey(part))
const kidOf = (part: string) => publicPartKey(part, keyOf(part)).kid

/** A part's token for `audience`, with the given deviations. */
function forgePart(given: {
  key?: string
  kid?: string
  sub?: string
  iss?: string
  aud?: string
  typ?: string
  ageSeconds?: number
  lifetimeSeconds?: number
}) {
  const { key = 'orders', sub = 'orders', iss = sub, aud = audience, typ = 'part+jwt' } = given
  const issuedAt = Math.floor(Date.now() / 1000) - (given.ageSeconds ?? 0)
  return new SignJWT()
    .setProtectedHeader({ alg: 'EdDSA', typ, kid: given.kid ?? kidOf(key) })
    .setSubject(sub)
    .setIssuer(iss)
    .setAudience(aud)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + (given.lifetimeSeconds ?? 300))
    .sign(keyOf(key))
}

test('a valid token yields the caller with platform roles and memberships', async () => {
  const memberships = [
    { shopId: 's1', role: 'owner' as const },
    { shopId: 's2', role: 'packer' as const },
  ]
  const { token } = await testActor({ id: 'u1', roles: ['support'], memberships })
  await expect(verify(token)).resolves.toMatchObject({
    kind: 'account',
    id: 'u1',
    roles: ['support'],
    memberships,
  })
})

test('unknown roles are ignored', async () => {
  const memberships = [{ shopId: 's1', role: 'admin' }, { shopId: '', role: 'owner' }, 'owner', null]
  const token = await testToken({ kind: 'account', roles: ['owner', 'service', 7], memberships }, 'u1')
  await expect(verify(token)).resolves.toMatchObject({ roles: [], memberships: [] })
})

test('a key outside the key set is refused', async () => {
  const { privateKey } = await generateKeyPair('EdDSA')
  await expect(verify(await forge('EdDSA', privateKey))).rejects.toMatchObject(refused)
})

test('algorithms other than the allowed ones are refused, `none` and a shared secret included', async () => {
  const { privateKey } = await generateKeyPair('RS256')
  await expect(verify(await forge('RS256', privateKey))).rejects.toMatchObject(refused)
  await expect(verify(await forge('HS256', new TextEncoder().encode('x'.repeat(32))))).rejects.toMatchObject(
    refused,
  )
  await expect(verify(unsigned({}))).rejects.toMatchObject(refused)
  await expect(verify('nonsense')).rejects.toMatchObject(refused)
})

test('an expired token is refused, also when it was cached as valid', async () => {
  await expect(verify(await testToken({ kind: 'account' }, 'u1', '-1s'))).rejects.toMatchObject(refused)
  const short = await testToken({ kind: 'account' }, 'u1', '1s')
  await verify(short)
  await expect
    .poll(() => verify(short).catch((error) => error.reason), { timeout: 5_000 })
    .toBe('INVALID_TOKEN')
})

test('a part signs as itself, for one audience', async () => {
  const sign = createPartSigner('orders', { PART_KEY: testPartKey('orders') })
  const token = await sign(audience)
  await expect(verify(token)).resolves.toMatchObject({ kind: 'part', id: 'orders', roles: [] })
  await expect(verify(await forgePart({}))).resolves.toMatchObject({ kind: 'part', id: 'orders' })
  await expect(verifier(token, 'mallhive.orders.v1.OrdersService')).rejects.toMatchObject(refused)
  expect(await sign(audience)).toBe(token)
  expect(await sign('mallhive.orders.v1.OrdersService')).not.toBe(token)
})

test('a part may have digits in its name', async () => {
  const verifyAll = createVerifier({ PART_KEYS: testPartKeys(['loyalty2']) })
  const token = await createPartSigner('loyalty2', { PART_KEY: testPartKey('loyalty2') })(audience)
  await expect(verifyAll(token, audience)).resolves.toMatchObject({ kind: 'part', id: 'loyalty2' })
})

test('no part signs as another', async () => {
  const forgeries = [
    forgePart({ key: 'cart' }),
    forgePart({ key: 'cart', kid: kidOf('orders') }),
    forgePart({ key: 'cart', iss: 'cart' }),
    forgePart({ key: 'orders', iss: 'cart' }),
    forgePart({ key: 'stranger', sub: 'stranger' }),
    forgePart({ key: 'stranger', kid: kidOf('orders') }),
  ]
  for (const token of await Promise.all(forgeries)) await expect(verify(token)).rejects.toMatchObject(refused)
  // An entry that claims another part's key id for one's own key.
  const { x } = publicPartKey('cart', keyOf('cart'))
  const renamed = JSON.stringify({ keys: [{ ...publicPartKey('orders', keyOf('orders')), x }] })
  expect(() => createVerifier({ PART_KEYS: renamed })).toThrow('does not match its key')
})

test('a part’s token is valid for five minutes at most, even with a later expiry', async () => {
  const old = [
    forgePart({ ageSeconds: 301 }),
    forgePart({ ageSeconds: 301, lifetimeSeconds: 3600 }),
    forgePart({ ageSeconds: -600, lifetimeSeconds: 3600 }),
  ]
  for (const token of await Promise.all(old)) await expect(verify(token)).rejects.toMatchObject(refused)
})

test('a part’s token is refused when it is unsigned, or signed with a public key as if it were a secret', async () => {
  const header = { typ: 'part+jwt', kid: kidOf('orders') }
  await expect(verify(unsigned(header))).rejects.toMatchObject(refused)
  const spki = createPublicKey(keyOf('orders')).export({ type: 'spki', format: 'pem' })
  const raw = Buffer.from(publicPartKey('orders', keyOf('orders')).x, 'base64url')
  for (const secret of [Buffer.from(spki), raw]) {
    const confused = new SignJWT()
      .setProtectedHeader({ alg: 'HS256', ...header })
      .setSubject('orders')
      .setIssuer('orders')
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(new Uint8Array(secret))
    await expect(verify(await confused)).rejects.toMatchObject(refused)
  }
})

test('a person is never a part, and a part never a person', async () => {
  const posing = await testToken({ kind: 'part', roles: ['part:orders', 'service'] }, 'orders')
  await expect(verify(posing)).resolves.toMatchObject({ kind: 'guest' })
  await expect(verify(await forgePart({ typ: 'JWT' }))).rejects.toMatchObject(refused)
  await expect(verify(await forgePart({ iss: 'mallhive', aud: 'mallhive' }))).rejects.toMatchObject(refused)
})

function unsigned(header: object): string {
  const now = Math.floor(Date.now() / 1000)
  const claims = { sub: 'orders', iss: 'orders', aud: audience, kind: 'account', iat: now, exp: now + 60 }
  const text = [{ alg: 'none', ...header }, claims]
    .map((value) => Buffer.from(JSON.stringify(value)).toString('base64url'))
    .join('.')
  return `${text}.`
}
