import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { servedLine, waitUntilGone, waitUntilServed } from './served.ts'

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

test('a retired micro frontend is gone once the shell serves it no longer', async () => {
  const before = { live: [{ name: 'cart', stable: '1.5.0' }], failing: [] }
  using shell = await shellSaying(before, before, { live: [], failing: [] })
  expect(await waitUntilGone(shell.origin, 'cart')).toBe(true)
  expect(await waitUntilGone('http://127.0.0.1:9', 'cart')).toBe(false)
})
