import { generateKeyPair, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { testActor, testEnv, testToken } from './testing.ts'
import { createServiceSigner, createVerifier } from './tokens.ts'

const env = testEnv()
const verify = createVerifier(env)
const refused = { kind: 'unauthenticated', reason: 'INVALID_TOKEN' }

/** A well-formed token of an account, signed as asked. */
const forge = (alg: string, key: Parameters<SignJWT['sign']>[0], claims = {}) =>
  new SignJWT({ kind: 'account', roles: ['admin'], ...claims })
    .setProtectedHeader({ alg, kid: 'test' })
    .setSubject('mallory')
    .setIssuer('mallhive')
    .setAudience('mallhive')
    .setExpirationTime('5m')
    .sign(key)

test('a good token answers who calls, with platform roles and memberships', async () => {
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

test('a token of before memberships names the owner of one shop, and no shop without the role', async () => {
  const claims = { kind: 'account', roles: ['shopper', 'seller', 'admin'], sellerId: 's1' }
  await expect(verify(await testToken(claims, 'u1'))).resolves.toMatchObject({
    roles: ['admin'],
    memberships: [{ shopId: 's1', role: 'owner' }],
  })
  const shopper = await testToken({ ...claims, roles: ['shopper'] }, 'u2')
  await expect(verify(shopper)).resolves.toMatchObject({ roles: [], memberships: [] })
})

test('roles that are no roles count for nothing', async () => {
  const memberships = [{ shopId: 's1', role: 'admin' }, { shopId: '', role: 'owner' }, 'owner', null]
  const token = await testToken({ kind: 'account', roles: ['owner', 'service', 7], memberships }, 'u1')
  await expect(verify(token)).resolves.toMatchObject({ roles: [], memberships: [] })
})

test('a key outside the key set is refused', async () => {
  const { privateKey } = await generateKeyPair('EdDSA')
  await expect(verify(await forge('EdDSA', privateKey))).rejects.toMatchObject(refused)
})

test('algorithms off the list are refused, none and a shared secret included', async () => {
  const { privateKey } = await generateKeyPair('RS256')
  await expect(verify(await forge('RS256', privateKey))).rejects.toMatchObject(refused)
  await expect(verify(await forge('HS256', new TextEncoder().encode('x'.repeat(32))))).rejects.toMatchObject(
    refused,
  )
  const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"mallory","kind":"account"}')}.`.replaceAll(
    '=',
    '',
  )
  await expect(verify(unsigned)).rejects.toMatchObject(refused)
  await expect(verify('nonsense')).rejects.toMatchObject(refused)
})

test('an expired token is refused, also when it was good a moment ago', async () => {
  await expect(verify(await testToken({ kind: 'account' }, 'u1', '-1s'))).rejects.toMatchObject(refused)
  const short = await testToken({ kind: 'account' }, 'u1', '1s')
  await verify(short)
  await expect
    .poll(() => verify(short).catch((error) => error.reason), { timeout: 5_000 })
    .toBe('INVALID_TOKEN')
})

test('a service token names a service and never a person', async () => {
  const token = await createServiceSigner('orders', env)()
  await expect(verify(token)).resolves.toMatchObject({ kind: 'service', id: 'orders' })
  const posing = await forge('HS256', new TextEncoder().encode(env.SERVICE_KEY))
  await expect(verify(posing)).resolves.toMatchObject({ kind: 'service', roles: [] })
})
