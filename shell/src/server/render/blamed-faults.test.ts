import { expect, test, vi } from 'vitest'
import type { BundleFault } from '@mallhive/sandbox/bundle-fault'
import type { RenderPoolOptions } from './render-pool.ts'
import { filenameOf, pageBundle, pageJob, pageRelease } from './testing.ts'
import { good, htmlOf, open, openPool, show } from './testing-pool.ts'

const faults: Record<string, { code: string; kinds: string[] }> = {
  rejection: { code: `void Promise.reject(new Error('unhandled'))`, kinds: ['EXITED'] },
  timer: { code: `setTimeout(() => { throw new Error('in a timer') })`, kinds: ['EXITED'] },
  exit: { code: `process.exit(3)`, kinds: ['EXITED'] },
  loop: { code: `for (;;);`, kinds: ['UNRESPONSIVE'] },
  objects: {
    code: `const kept = []; for (;;) kept.push({ text: (kept.length + ' ').repeat(10) })`,
    kinds: ['MEMORY', 'EXITED', 'UNRESPONSIVE'],
  },
  buffers: { code: `const kept = []; for (;;) kept.push(Buffer.alloc(1 << 20, 1))`, kinds: ['MEMORY'] },
  recursion: { code: `setTimeout(function again() { again() + 1 })`, kinds: ['EXITED'] },
  flood: {
    code: `setInterval(() => { for (let n = 0; n < 1000; n++) console.log('x'.repeat(200)) }, 1)`,
    kinds: ['FLOODED'],
  },
  block: { code: `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)`, kinds: ['UNRESPONSIVE'] },
}

for (const [place, put] of [
  ['component', (code: string) => [`${code}; return h('p', null, 'faulty')`]],
  ['loader', (code: string) => [good, code]],
] as const)
  for (const [name, { code, kinds }] of Object.entries(faults))
    test(`the fault "${name}" in a ${place} is blamed on its release, and no other page fails`, async () => {
      const onFault = vi.fn<NonNullable<RenderPoolOptions['onFault']>>()
      const pool = await openPool({ onFault })
      const home = await open(pool, 'home', good)
      const release = pageRelease('faulty')
      const [page = '', loader] = put(code)
      await pool.open(release, filenameOf(release), pageBundle(page, loader))
      void show(pool, release).catch(() => {})
      const failed: unknown[] = []
      while (onFault.mock.calls.length === 0) {
        // oxlint-disable-next-line no-await-in-loop -- two shoppers, until the fault shows
        const shown = await Promise.all(
          [show(pool, home), show(pool, home)].map((it) => it.catch((error: unknown) => failed.push(error))),
        )
        for (const result of shown)
          if (typeof result === 'number' || !htmlOf(result).includes('Welcome')) failed.push(result)
      }
      expect(failed).toEqual([])
      const [of, fault] = onFault.mock.calls[0] as unknown as [{ name: string }, BundleFault]
      expect([of.name, kinds.includes(fault.kind)]).toEqual(['faulty', true])
      expect(htmlOf(await show(pool, home))).toContain('Welcome')
      await expect.poll(() => pool.status().pids.length).toBe(2)
    })

test('a loader whose promises never end is blamed, not the one that begins after it', async () => {
  const loader = 'const spin = () => Promise.resolve().then(spin); void spin()'
  const onFault = vi.fn<NonNullable<RenderPoolOptions['onFault']>>()
  const pool = await openPool({ onFault, processes: 1 })
  const faulty = await open(pool, 'faulty', good, loader)
  const cart = { ...pageRelease('cart'), exposes: { 'mini-cart': { js: [], css: [] } } }
  await pool.open(cart, filenameOf(cart), pageBundle(good))
  const { request } = await pageJob(faulty)
  const ids = { faulty: faulty.id, cart: cart.id }
  const releases = { faulty, cart }
  void show(pool, faulty, { releases, request: { ...request, releases: ids, withFrame: true } }).catch(
    () => {},
  )
  await vi.waitFor(() => expect(onFault).toHaveBeenCalled(), { timeout: 10_000 })
  expect(onFault.mock.calls[0]?.[0].name).toBe('faulty')
})

test('a page that ends with its process counts against the release that the stack trace names', async () => {
  const onFault = vi.fn<NonNullable<RenderPoolOptions['onFault']>>()
  const pool = await openPool({ onFault, processes: 1 })
  const throwsLater = `void new Promise((go) => { globalThis.go = go }).then(() => { throw new Error('late') })`
  const faulty = await open(pool, 'faulty', good, throwsLater)
  const home = await open(pool, 'home', good, `globalThis.go(); await new Promise(() => {})`)
  await show(pool, faulty)
  await expect(show(pool, home)).rejects.toMatchObject({ wasHit: true, release: faulty.id })
  expect(onFault.mock.calls.map(([of]) => of.name)).toEqual(['faulty'])
})

test.each([
  ['loops', 'for (;;);'],
  ['exits', 'process.exit(3)'],
  ['throws', `throw new Error('no page today')`],
  ['is no container', 'exports.other = 1'],
])('a bundle that %s when it is executed is refused, and pages of others go on', async (_what, code) => {
  const onFault = vi.fn<NonNullable<RenderPoolOptions['onFault']>>()
  const pool = await openPool({ onFault })
  const home = await open(pool, 'home', good)
  const release = pageRelease('faulty')
  const opened = pool.open(release, filenameOf(release), code)
  const outcome = opened.then(
    () => 'opened',
    () => 'refused',
  )
  const shown = await Promise.all([1, 2, 3].map(() => show(pool, home)))
  for (const result of shown) expect(htmlOf(result)).toContain('Welcome')
  expect(await outcome).toBe('refused')
  for (const [of] of onFault.mock.calls) expect(of.name).toBe('faulty')
  expect(htmlOf(await show(pool, home))).toContain('Welcome')
})
