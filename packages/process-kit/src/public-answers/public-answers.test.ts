import { setImmediate } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { openPublicAnswers } from './public-answers.ts'
import type { RememberedAnswer, SharedAnswer } from './public-answers.ts'

function open(mostBytes?: number) {
  let time = 100_000
  const answers = openPublicAnswers({
    mostBytes,
    now: () => time,
    isOfOneCaller: (error) => error === limited,
  })
  const nothing = { changed: [], missed: false }
  answers.apply({ changed: [], missed: true })
  time += 2000
  answers.apply(nothing)
  return {
    ...answers,
    get: async (...args: Parameters<typeof answers.get>): Promise<unknown> => {
      const json = await answers.get(...args)
      return json === undefined ? undefined : JSON.parse(json)
    },
    pass: (ms: number, { silent = false } = {}) => {
      time += ms
      if (!silent) answers.apply(nothing)
    },
  }
}

const answer = (data: unknown, more: Partial<SharedAnswer> = {}): SharedAnswer => ({
  json: JSON.stringify(data),
  keepForSeconds: 10,
  forgetOn: [],
  ...more,
})
const giving = (data: unknown, more?: Partial<SharedAnswer>) =>
  vi.fn<() => Promise<SharedAnswer>>(async () => answer(data, more))
const limited = new Error('Too many')

test('an answer is remembered for its time', async () => {
  const { get, pass } = open()
  const ask = giving('mug')
  expect(await get('p', ask)).toBe('mug')
  pass(4999)
  expect(await get('p', ask)).toBe('mug')
  expect(ask).toHaveBeenCalledTimes(1)
  pass(5002)
  await get('p', ask)
  expect(ask).toHaveBeenCalledTimes(2)
})

test('an answer is asked for anew before its time is over, while it is still given, and stays what it is when nothing changed', async () => {
  const { get, pass, remembers, isDue } = open()
  const given: RememberedAnswer[] = []
  const ask = giving('mug')
  const visit = () => get('p', ask, (used) => used && given.push(used))
  await visit()
  for (let second = 0; second < 60; second++) {
    pass(1000)
    await visit()
  }
  const [first] = given
  if (!first) throw new Error('No answer is remembered.')
  expect(remembers('p', first)).toBe(true)
  expect(new Set(given).size).toBe(1)
  expect(ask.mock.calls.length).toBeGreaterThan(5)
  expect(ask.mock.calls.length).toBeLessThan(14)
  while (!isDue(first)) pass(100)
  const changed = giving('bowl')
  expect(await get('p', changed)).toBe('mug')
  await setImmediate()
  expect(await get('p', changed)).toBe('bowl')
  expect(remembers('p', first)).toBe(false)
})

test('an answer that cannot be asked for anew is given until its time is over, and asked for once a second', async () => {
  const { get, pass } = open()
  await get('p', giving('mug'))
  const failing = vi.fn<() => Promise<SharedAnswer>>(() => Promise.reject(new Error('down')))
  pass(9001)
  for (const _ of [1, 2, 3]) {
    expect(await get('p', failing)).toBe('mug')
    await setImmediate()
  }
  expect(failing).toHaveBeenCalledTimes(1)
  pass(1000)
  await expect(get('p', failing)).rejects.toThrow('down')
})

test('a flood of one address asks once', async () => {
  const { get } = open()
  const ask = giving('mug')
  const flood = await Promise.all(Array.from({ length: 10_000 }, () => get('p', ask)))
  expect(new Set(flood)).toEqual(new Set(['mug']))
  expect(ask).toHaveBeenCalledTimes(1)
})

test('failures and answers that lack something are not kept', async () => {
  const { get } = open()
  const failing = vi.fn<() => Promise<SharedAnswer>>(() => Promise.reject(new Error('gone')))
  for (const _ of [1, 2]) await expect(get('p', failing)).rejects.toThrow('gone')
  expect(failing).toHaveBeenCalledTimes(2)
  const lacking = giving('mug', { keepForSeconds: 0 })
  for (const _ of [1, 2]) await get('q', lacking)
  expect(lacking).toHaveBeenCalledTimes(2)
})

test('the limit of one address refuses that caller only', async () => {
  const { get } = open()
  const spent = get('p', () => Promise.reject(limited))
  const others = [get('p', giving('mug')), get('p', giving('mug'))]
  await expect(spent).rejects.toThrow('Too many')
  expect(await Promise.all(others)).toEqual(['mug', 'mug'])
})

test('an event makes exactly the answers wrong that name it', async () => {
  const { get, apply, pass } = open()
  const mug = giving('mug', { forgetOn: ['Stock:mug', 'Product:mug'] })
  const bowl = giving('bowl', { forgetOn: ['Stock:bowl'] })
  for (const _ of [1, 2]) await Promise.all([get('mug', mug), get('bowl', bowl)])
  apply({ changed: ['Stock:mug', 'Stock:other'], missed: false })
  pass(2000)
  for (const _ of [1, 2]) await Promise.all([get('mug', mug), get('bowl', bowl)])
  expect([mug.mock.calls.length, bowl.mock.calls.length]).toEqual([2, 1])
})

test('an answer that an event overtakes is given and not kept', async () => {
  const { get, apply, pass } = open()
  const arrives = Promise.withResolvers<SharedAnswer>()
  const early = get('p', () => arrives.promise)
  apply({ changed: ['Price:mug'], missed: false })
  arrives.resolve(answer('old price', { forgetOn: ['Price:mug'] }))
  expect(await early).toBe('old price')
  const ask = giving('new price', { forgetOn: ['Price:mug'] })
  expect(await get('p', ask)).toBe('new price')
  // Other instances may still have given the old one.
  expect(await get('p', ask)).toBe('new price')
  expect(ask).toHaveBeenCalledTimes(2)
  pass(1001)
  for (const _ of [1, 2]) await get('p', ask)
  expect(ask).toHaveBeenCalledTimes(3)
})

test('after missed changes nothing that was remembered is given', async () => {
  const { get, apply, pass } = open()
  const ask = giving('mug')
  await get('p', ask)
  apply({ changed: [], missed: true })
  pass(1500)
  await get('p', ask)
  expect(ask).toHaveBeenCalledTimes(2)
})

test('while the list of changes is silent nothing is given from memory', async () => {
  const { get, pass } = open()
  const ask = giving('mug')
  await get('p', ask)
  pass(2501, { silent: true })
  for (const _ of [1, 2]) await get('p', ask)
  expect(ask).toHaveBeenCalledTimes(3)
})

test('100,000 different addresses stay within the memory’s limit', async () => {
  const { get, apply, bytes } = open(4e6)
  const ask = (n: number) => async () => answer(`product ${n} `.repeat(20), { forgetOn: [`Stock:${n}`] })
  for (let n = 0; n < 100_000; n++) await get(`p${n}`, ask(n))
  await setImmediate()
  expect(bytes()).toBeGreaterThan(3e6)
  expect(bytes()).toBeLessThanOrEqual(4e6)
  apply({ changed: Array.from({ length: 100_000 }, (_, n) => `Stock:${n}`), missed: false })
  expect(bytes()).toBe(0)
})

test('without room nothing is remembered, and a flood still asks once', async () => {
  const { get, bytes } = open(0)
  const ask = giving('mug')
  await Promise.all([get('p', ask), get('p', ask)])
  await get('p', ask)
  expect([ask.mock.calls.length, bytes()]).toEqual([2, 0])
})

test('an answer larger than a sixteenth of the memory is not kept', async () => {
  const { get, bytes } = open(100_000)
  expect(await get('p', giving('x'.repeat(10_000)))).toHaveLength(10_000)
  expect(bytes()).toBe(0)
})
