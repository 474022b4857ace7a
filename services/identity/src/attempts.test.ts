import { randomUUID } from 'node:crypto'
import type { Client } from '@connectrpc/connect'
import type { IdentityService } from '@mallhive/contracts/identity'
import { logger } from '@mallhive/process-kit/telemetry'
import { openRedis, type Redis } from '@mallhive/service-kit/redis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAttempts } from './attempts.ts'
import { openTestIdentity } from './testing.ts'

const scope = new AsyncDisposableStack()
let identity: Client<typeof IdentityService>
let redis: Redis

beforeAll(async () => {
  const opened = scope.use(await openTestIdentity())
  ;({ identity } = opened)
  redis = scope.use(openRedis(opened.env['REDIS_URL'] ?? ''))
})
afterAll(() => scope.disposeAsync())

const password = 'correct horse battery'
const addressOf = () => `192.0.2.${randomUUID()}`

/** Registers an account; returns it with the device cookie of its browser. */
async function person() {
  const email = `${randomUUID()}@example.test`
  const { setCookies } = await identity.register({ name: 'Ada', email, password })
  const device = setCookies.find((value) => value.startsWith('mall_device='))?.split(';')[0] ?? ''
  return { email, device }
}

interface Try {
  email: string
  clientAddress: string
  password?: string
  cookie?: string
}

/** Returns `in`, or the refusal with the seconds to wait. */
async function attempt({ password: typed = 'wrong', ...more }: Try): Promise<string> {
  try {
    await identity.signIn({ password: typed, ...more })
    return 'in'
  } catch (error) {
    const { reason, details } = error as { reason: string; details: Record<string, string> }
    return reason === 'TOO_MANY_ATTEMPTS' ? `wait ${details['retryAfterSeconds']}` : reason
  }
}

async function attempts(count: number, given: Try): Promise<string[]> {
  const all: string[] = []
  for (let n = 0; n < count; n++) all.push(await attempt(given))
  return all
}

/** Ends every running delay. */
async function waitForDelays(): Promise<void> {
  const gates = await redis.keys('identity:attempts:*:gate')
  if (gates.length > 0) await redis.del(...gates)
}

test('nine wrong passwords from another address do not lock the owner out, even on a new device', async () => {
  const { email, device } = await person()
  await attempts(9, { email, clientAddress: addressOf() })
  expect(await attempt({ email, password, clientAddress: addressOf() })).toBe('in')
  expect(await attempt({ email, password, clientAddress: addressOf(), cookie: device })).toBe('in')
})

test('sixty successful sign-ins from one address are not limited', async () => {
  const clientAddress = addressOf()
  const office = [await person(), await person(), await person(), await person()]
  const signedIn = await Promise.all(
    office.map(({ email }) => attempts(15, { email, password, clientAddress })),
  )
  expect(signedIn.flat()).toEqual(Array(60).fill('in'))
}, 60_000)

test('the delay grows with the failures of one account from one address and applies to the right password too', async () => {
  const { email } = await person()
  const here = { email, clientAddress: addressOf() }
  expect(await attempts(5, here)).toEqual(Array(5).fill('INVALID_CREDENTIALS'))
  expect(await attempt({ ...here, password })).toBe('wait 1')
  for (const seconds of [2, 4, 8]) {
    await waitForDelays()
    expect(await attempt(here)).toBe('INVALID_CREDENTIALS')
    expect(await attempt({ ...here, password })).toBe(`wait ${seconds}`)
  }
  for (let n = 0; n < 7; n++) {
    await waitForDelays()
    await attempt(here)
  }
  expect(await attempt(here)).toBe('wait 900')
})

test('parallel guesses count one by one', async () => {
  const { email } = await person()
  const clientAddress = addressOf()
  const guesses = await Promise.all(Array.from({ length: 4 }, () => attempts(3, { email, clientAddress })))
  expect(guesses.flat().filter((guess) => guess === 'INVALID_CREDENTIALS')).toHaveLength(5)
})

test.each([
  ['an address', (own: string) => ({ email: randomUUID(), address: own })],
  ['an account', (own: string) => ({ email: own, address: randomUUID() })],
])('three hundred failures of %s delay its next attempts, by a minute at most', async (_, attemptOf) => {
  const own = randomUUID()
  const limits = openAttempts(redis, logger('test'), { GUESTS_PER_ADDRESS: 1 })
  const fail = () => limits.countSignIn(attemptOf(own))
  const wait = (seconds: number) => ({ details: { retryAfterSeconds: String(seconds) } })
  for (let n = 0; n < 300; n++) await fail()
  await expect(fail()).rejects.toMatchObject(wait(1))
  for (let n = 0; n < 10; n++) {
    await waitForDelays()
    await fail()
  }
  await expect(fail()).rejects.toMatchObject(wait(60))
  await waitForDelays()
  const succeeded = await fail()
  await succeeded()
  // The success gave its attempt back and ended its delay.
  await fail()
  await expect(fail()).rejects.toMatchObject(wait(60))
})

test('a success clears the failures before it', async () => {
  const { email } = await person()
  const here = { email, clientAddress: addressOf() }
  for (let round = 0; round < 3; round++) {
    expect(await attempts(4, here)).toEqual(Array(4).fill('INVALID_CREDENTIALS'))
    expect(await attempt({ ...here, password })).toBe('in')
  }
})

test('a known browser has a budget of its own at an address whose budget is spent', async () => {
  const { email, device } = await person()
  const clientAddress = addressOf()
  await attempts(6, { email, clientAddress })
  expect(await attempt({ email, password, clientAddress })).toMatch(/^wait/)
  expect(await attempt({ email, password, clientAddress, cookie: device })).toBe('in')
  expect(await attempts(11, { email, clientAddress, cookie: device })).toEqual([
    ...Array(10).fill('INVALID_CREDENTIALS'),
    'wait 1',
  ])
})

test.each([
  ['forged', (device: string) => device.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
  ['another id’s', (device: string) => device.replace(/=[\da-f-]{36}/, `=${randomUUID()}`)],
  ['malformed', () => 'mall_device=x.y'],
])('a device cookie that is %s makes no browser known', async (_what, change) => {
  const { email, device } = await person()
  const clientAddress = addressOf()
  await attempts(6, { email, clientAddress })
  expect(await attempt({ email, password, clientAddress, cookie: change(device) })).toMatch(/^wait/)
})

test('a device cookie is valid for its own account only', async () => {
  const [mine, other] = [await person(), await person()]
  const clientAddress = addressOf()
  await attempts(6, { email: other.email, clientAddress })
  expect(await attempt({ email: other.email, password, clientAddress, cookie: mine.device })).toMatch(/^wait/)
})

test('one address with ever-new e-mails does not stop another address from signing in', async () => {
  const { email } = await person()
  const clientAddress = addressOf()
  const flood = Array.from({ length: 40 }, () =>
    attempt({ email: `${randomUUID()}@example.test`, clientAddress }),
  )
  await expect(attempt({ email, password, clientAddress: addressOf() })).resolves.toBe('in')
  const outcomes = await Promise.all(flood)
  expect(outcomes.filter((outcome) => outcome === 'PASSWORDS_BUSY').length).toBeGreaterThan(30)
})
