import { expect, test } from 'vitest'
import { openPasswordTurns } from './password-turns.ts'

/** Opens turns whose work ends when `finish` is called. Records the addresses in the order in which their work begins. */
function openTurns() {
  const turns = openPasswordTurns()
  const begun: string[] = []
  const open: (() => void)[] = []
  return {
    begun,
    settle: () => new Promise(setImmediate),
    call: (address: string, signal = new AbortController().signal) => {
      const result = turns.run({ address, signal }, () => {
        begun.push(address)
        return new Promise<void>((resolve) => open.push(resolve))
      })
      result.catch(() => {})
      return result
    },
    finish: async () => {
      open.shift()?.()
      await new Promise(setImmediate)
    },
  }
}
const busy = { kind: 'exhausted', reason: 'PASSWORDS_BUSY' }

test('two hashes run at once; others begin in their order', async () => {
  const { begun, call, finish, settle } = openTurns()
  for (const address of ['a', 'b', 'c', 'd']) void call(address)
  await settle()
  expect(begun).toEqual(['a', 'b'])
  await finish()
  expect(begun).toEqual(['a', 'b', 'c'])
  await finish()
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
})

test('one address has two hashes waiting at most, so that others get in', async () => {
  const { begun, call, finish } = openTurns()
  for (let n = 0; n < 4; n++) void call('attacker')
  await expect(call('attacker')).rejects.toMatchObject(busy)
  void call('shopper')
  for (let n = 0; n < 3; n++) await finish()
  expect(begun).toEqual(['attacker', 'attacker', 'attacker', 'attacker', 'shopper'])
})

test('32 hashes wait at most', async () => {
  const { call, finish } = openTurns()
  for (let n = 0; n < 34; n++) void call(`address ${n}`)
  await expect(call('late')).rejects.toMatchObject(busy)
  await finish()
  const waits = call('later')
  for (let n = 0; n < 34; n++) await finish()
  await expect(waits).resolves.toBeUndefined()
})

test('a call whose caller is gone is never hashed and leaves its place', async () => {
  const { begun, call, finish } = openTurns()
  const gone = new AbortController()
  void call('a')
  void call('b')
  const dropped = call('gone', gone.signal)
  gone.abort(new Error('deadline'))
  await expect(dropped).rejects.toThrow('deadline')
  await expect(call('gone already', gone.signal)).rejects.toThrow('deadline')
  void call('c')
  await finish()
  expect(begun).toEqual(['a', 'b', 'c'])
})

test('failed work frees its turn', async () => {
  const turns = openPasswordTurns()
  const { signal } = new AbortController()
  for (let n = 0; n < 4; n++)
    await expect(turns.run({ address: '', signal }, () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    )
  await expect(turns.run({ address: '', signal }, async () => 'yes')).resolves.toBe('yes')
})
