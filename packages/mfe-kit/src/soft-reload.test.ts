import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterSoftReload, keepInput, softReload } from './soft-reload.ts'

const kept = { fields: [{ key: 'text city', nth: 0, value: 'Berlin' }], scrollY: 0 }
vi.mock('./soft-reload/keep-typed.ts', () => ({ keepTyped: () => kept }))
const { putBack } = vi.hoisted(() => ({ putBack: vi.fn<(given: object) => Promise<number>>(async () => 0) }))
vi.mock('./soft-reload/put-back.ts', () => ({ putBack }))

const stored = new Map<string, string>()
const storage = {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => void stored.set(key, value),
  removeItem: (key: string) => void stored.delete(key),
}
const reload = vi.fn<() => void>()

beforeEach(() => {
  stored.clear()
  putBack.mockClear()
  vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] })
  vi.stubGlobal('sessionStorage', storage)
  vi.stubGlobal('document', { readyState: 'complete' })
  vi.stubGlobal('history', {})
  at('/order-lookup')
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function at(path: string) {
  const { pathname, search } = new URL(path, 'http://mall.test')
  vi.stubGlobal('location', { pathname, search, reload })
}

test.each([
  ['/search?q=wool%20scarf&x', '/de/search?q=wool+scarf&x='],
  ['/order-lookup?flash=1', '/de/order-lookup'],
])('what was typed on %s is put back on %s', async (from, to) => {
  at(from)
  await keepInput()
  at(to)
  await afterSoftReload()
  expect(putBack).toHaveBeenCalledWith(expect.objectContaining({ fields: kept.fields }))
})

test('what was typed is put back on no other page, and only once', async () => {
  await keepInput()
  at('/sign-in')
  await afterSoftReload()
  at('/order-lookup')
  await afterSoftReload()
  expect(putBack).not.toHaveBeenCalled()
})

test('what was typed is not put back when the next document comes minutes later', async () => {
  await keepInput()
  vi.setSystemTime(1_061_000)
  await afterSoftReload()
  expect(putBack).not.toHaveBeenCalled()
  expect(stored).toEqual(new Map())
})

test('no document reloads where the time of the reload cannot be stored', async () => {
  const setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  vi.stubGlobal('sessionStorage', { ...storage, setItem })
  expect(await softReload()).toBe(false)
  expect(reload).not.toHaveBeenCalled()
})
