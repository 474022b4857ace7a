import { decodeProtectedHeader, generateKeyPair, jwtVerify } from 'jose'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openTokens } from './tokens.ts'
import { guest } from './user.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const pair = await generateKeyPair('EdDSA')

/** Opens tokens over keys `k1`, `k2`, …, a new one at each read. */
function tokensOfReads() {
  const reads = { count: 0, fail: false }
  const tokens = openTokens(async () => {
    reads.count++
    if (reads.fail) throw new Error('Postgres is away')
    return { alg: 'EdDSA' as const, kid: `k${reads.count}`, privateKey: pair.privateKey }
  })
  return {
    reads,
    kidOf: async () => decodeProtectedHeader((await tokens.issue(guest('g1'))).token).kid,
    tokens,
  }
}

test('a token names its user for five minutes', async () => {
  const { token } = await tokensOfReads().tokens.issue(guest('g1'))
  const { payload } = await jwtVerify(token, pair.publicKey, { issuer: 'mallhive', audience: 'mallhive' })
  expect(payload).toMatchObject({ sub: 'g1', kind: 'guest', exp: (payload.iat ?? 0) + 300 })
})

test('the signing key is read once a minute, so that a rotated key signs a minute later', async () => {
  const { reads, kidOf } = tokensOfReads()
  expect(await Promise.all([kidOf(), kidOf(), kidOf()])).toEqual(['k1', 'k1', 'k1'])
  vi.setSystemTime(Date.now() + 59_000)
  expect(await kidOf()).toBe('k1')
  vi.setSystemTime(Date.now() + 2_000)
  expect(await kidOf()).toBe('k2')
  expect(reads.count).toBe(2)
})

test('a key that could not be read is read again for the next token', async () => {
  const { reads, kidOf } = tokensOfReads()
  reads.fail = true
  await expect(kidOf()).rejects.toThrow('Postgres is away')
  reads.fail = false
  expect(await kidOf()).toBe('k2')
})
