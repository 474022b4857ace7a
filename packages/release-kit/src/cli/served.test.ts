import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { isUnserved, servedLine, waitUntilGone, waitUntilServed } from './served.ts'

const release = { name: 'cart', version: '1.6.0' }

/** A fake shell that returns these statuses one after another, and then repeats the last. */
async function shellSaying(...answers: object[]) {
  const server = createServer((_req, res) => {
    res.end(JSON.stringify(answers.length > 1 ? answers.shift() : answers[0]))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { origin: `http://127.0.0.1:${port}`, [Symbol.dispose]: () => server.close().closeAllConnections() }
}

test('a promoted version is live once the shell serves it, as the stable version or as a canary', async () => {
  const before = { live: [{ name: 'cart', stable: '1.5.0' }], failing: [] }
  using shell = await shellSaying(before, {
    ...before,
    live: [{ name: 'cart', stable: '1.5.0', canary: '1.6.0' }],
  })
  const served = await waitUntilServed(shell.origin, release)
  expect(servedLine('cart 1.6.0', served)).toBe('cart 1.6.0 is live')
})

test(
  'a version that the shell cannot load is not called live, and the line says why',
  { timeout: 15_000 },
  async () => {
    using shell = await shellSaying({
      live: [{ name: 'cart', stable: '1.5.0' }],
      failing: [{ name: 'cart', version: '1.6.0', message: 'it throws at once' }],
    })
    const served = await waitUntilServed(shell.origin, release)
    expect(servedLine('cart 1.6.0', served)).toBe('cart 1.6.0 is not served yet: it throws at once')
  },
)

test('without a reachable shell, no version is called live', async () => {
  expect(await waitUntilServed('http://127.0.0.1:9', release)).toMatchObject({ served: false })
  expect(await waitUntilServed(undefined, release)).toMatchObject({ served: false })
})

test(
  'a version whose BFF cannot start is not called live, and the command fails',
  { timeout: 15_000 },
  async () => {
    using shell = await shellSaying({
      live: [{ name: 'cart', stable: '1.5.0', canary: '1.6.0' }],
      bffs: [{ name: 'cart', stable: '1.5.0' }],
      failing: [{ name: 'cart', version: '1.6.0', message: 'its BFF is at fault (FAILED_TO_START)' }],
    })
    const served = await waitUntilServed(shell.origin, release)
    expect(servedLine('cart 1.6.0', served)).toBe(
      'cart 1.6.0 is not served yet: its BFF is at fault (FAILED_TO_START)',
    )
    expect(isUnserved(served)).toBe(true)
  },
)

test('a retired micro frontend is gone once shell and BFF host serve no version of it', async () => {
  const before = {
    live: [{ name: 'cart', stable: '1.5.0' }],
    bffs: [{ name: 'cart', stable: '1.5.0' }],
    failing: [],
  }
  using shell = await shellSaying(
    before,
    { ...before, live: [{ name: 'cart' }] },
    { live: [{ name: 'cart' }], bffs: [], failing: [] },
  )
  expect(await waitUntilGone(shell.origin, { name: 'cart' })).toBe(true)
  expect(await waitUntilGone('http://127.0.0.1:9', { name: 'cart' })).toBeUndefined()
})

test('a withdrawn version is gone once no host serves it or keeps it loaded', async () => {
  const live = [{ name: 'cart', stable: '1.5.0' }]
  using shell = await shellSaying(
    { live, bffs: [{ name: 'cart', stable: '1.6.0' }], loaded: [], failing: [] },
    { live, bffs: live, loaded: ['cart@1.6.0'], failing: [] },
    { live, bffs: live, loaded: ['cart@1.5.0'], failing: [] },
  )
  expect(await waitUntilGone(shell.origin, release)).toBe(true)
})
