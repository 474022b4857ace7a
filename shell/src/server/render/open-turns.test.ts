import { expect, test } from 'vitest'
import { openTurns } from './open-turns.ts'

/** Opens turns with room for 8 pages, 2 of one address while there are others. */
function openRoom() {
  const clock = { ms: 0 }
  const inProgress: { address: string; end: () => void }[] = []
  const turns = openTurns({
    hasRoom: () => inProgress.length < 8,
    running: () =>
      inProgress.reduce(
        (counts, { address }) => counts.set(address, (counts.get(address) ?? 0) + 1),
        new Map<string, number>(),
      ),
    mostOfOne: 2,
    mostWaitMs: 20,
    now: () => clock.ms,
  })
  const request = (address: string, signal = new AbortController().signal, addresses = new Set([address])) =>
    turns.take(addresses, signal, () => {
      const page = Promise.withResolvers<void>()
      inProgress.push({ address, end: page.resolve })
      return page.promise
    })
  const requestMany = (address: string, count: number) =>
    Array.from({ length: count }, () => void request(address).catch(() => {}))
  function end(address: string) {
    const at = inProgress.findIndex((page) => page.address === address)
    for (const page of inProgress.splice(at, 1)) page.end()
    turns.give()
  }
  return { clock, request, requestMany, end, shown: () => inProgress.map(({ address }) => address).join('') }
}

test('an address alone uses all room', () => {
  const { requestMany, end, shown } = openRoom()
  requestMany('a', 20)
  expect(shown()).toBe('aaaaaaaa')
  end('a')
  expect(shown()).toBe('aaaaaaaa')
})

test('others have the next turns, and one address has its share until it is alone again', () => {
  const { clock, requestMany, end, shown } = openRoom()
  requestMany('a', 20)
  requestMany('b', 3)
  end('a')
  expect(shown()).toBe('aaaaaaab')
  end('a')
  expect(shown()).toBe('aaaaaabb')
  for (const _ of 'aaaaa') end('a')
  expect(shown()).toBe('abba')
  end('b')
  expect(shown()).toBe('abab')
  clock.ms = 1000
  end('b')
  expect(shown()).toHaveLength(8)
})

test('addresses that wait take turns', () => {
  const { requestMany, end, shown } = openRoom()
  requestMany('a', 8)
  requestMany('b', 2)
  requestMany('c', 2)
  for (const _ of 'aaaa') end('a')
  expect(shown()).toBe('aaaabcbc')
})

test('a page for which another address waits, too, has the turn of that address', () => {
  const { request, requestMany, end, shown } = openRoom()
  requestMany('a', 20)
  const addresses = new Set(['a'])
  void request('A', undefined, addresses).catch(() => {})
  end('a')
  expect(shown()).toBe('aaaaaaaa')
  addresses.add('b')
  end('a')
  expect(shown()).toBe('aaaaaaaA')
})

test('a page that waits too long is refused, and one whose client leaves is forgotten', async () => {
  const { request, requestMany, end, shown } = openRoom()
  requestMany('a', 8)
  const client = new AbortController()
  const left = request('b', client.signal)
  client.abort()
  await expect(left).rejects.toMatchObject({ name: 'AbortError' })
  await expect(request('c')).rejects.toMatchObject({ name: 'RenderFailed' })
  end('a')
  expect(shown()).toBe('aaaaaaa')
})
