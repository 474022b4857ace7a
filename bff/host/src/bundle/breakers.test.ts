import { Refusal } from '@mallhive/mfe-kit/bff/refusal'
import { logger } from '@mallhive/process-kit/telemetry'
import { DomainError } from '@mallhive/service-kit/errors'
import { expect, onTestFinished, test } from 'vitest'
import { openBreakers } from './breakers.ts'
import { callOf, optionalCall, startTestProcess, testScope } from './testing.ts'

const log = logger('test')
log.level = 'silent'
const late = () => DomainError.fromWire('unavailable', 'DEADLINE_EXCEEDED', 'the call took too long', {})
const answers = () => Promise.resolve('an answer')
const rejects = (error: unknown) => async () => {
  throw error
}
const open = (now?: () => number) => {
  const breakers = openBreakers(log, now)
  return async (call: () => Promise<unknown>, service = 'search') => {
    let isCalled = false
    const outcome = await breakers
      .run(service, () => {
        isCalled = true
        return call()
      })
      .catch((error: unknown) => error)
    return isCalled ? outcome : 'refused'
  }
}

async function opened() {
  const clock = { nowMs: 0 }
  const run = open(() => clock.nowMs)
  for (let call = 0; call < 3; call++) expect(await run(rejects(late()))).not.toBe('refused')
  return { run, clock }
}

test('after three calls without an answer further ones are refused at once, of this service only', async () => {
  const { run } = await opened()
  expect(await run(answers)).toBe('refused')
  expect(await run(answers, 'catalog')).toBe('an answer')
})

test('a breaker refuses as unavailable', async () => {
  const breakers = openBreakers(log)
  for (let call = 0; call < 3; call++) await breakers.run('search', rejects(late())).catch(() => {})
  await expect(breakers.run('search', answers)).rejects.toMatchObject({
    kind: 'unavailable',
    reason: 'UNAVAILABLE',
  })
})

test('after its rest a breaker tries one call while others are refused, and closes with its answer', async () => {
  const { run, clock } = await opened()
  clock.nowMs += 5_000
  const probe = Promise.withResolvers<string>()
  const tried = run(() => probe.promise)
  expect(await run(answers)).toBe('refused')
  probe.resolve('back')
  expect(await tried).toBe('back')
  expect(await run(answers)).toBe('an answer')
})

test('a call that is tried in vain has the breaker rest again', async () => {
  const { run, clock } = await opened()
  clock.nowMs += 5_000
  expect(await run(rejects(late()))).not.toBe('refused')
  clock.nowMs += 4_999
  expect(await run(answers)).toBe('refused')
  clock.nowMs += 1
  expect(await run(answers)).toBe('an answer')
})

test.each([
  ['a shopper’s bad input', new Refusal('invalid', 'BAD_CURSOR', '')],
  ['an index that is not filled', new Refusal('unavailable', 'NOT_FILLED', '')],
  ['a bug', new Error('a bug')],
  ['a client that disconnects', new DOMException('', 'AbortError')],
])('%s opens no breaker', async (_, error) => {
  const run = open()
  for (let call = 0; call < 9; call++) await run(rejects(error))
  expect(await run(answers)).toBe('an answer')
})

test('answers in between keep a breaker closed', async () => {
  const run = open()
  for (let call = 0; call < 9; call++) await run(call % 3 === 2 ? answers : rejects(late()))
  expect(await run(answers)).toBe('an answer')
})

test('a bundle’s calls with a deadline of their own have a breaker, all others none', async () => {
  const bundle = await startTestProcess(optionalCall)
  onTestFinished(() => bundle.end())
  const callsMade = async (procedure: string) => {
    let made = 0
    const callRpc = () => (made++, Promise.reject(late()))
    for (let call = 0; call < 5; call++) await bundle.call(callOf(procedure), testScope({ callRpc }))
    return made
  }
  expect([await callsMade('needed'), await callsMade('optional')]).toEqual([5, 3])
})
