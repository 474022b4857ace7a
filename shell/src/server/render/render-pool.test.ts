import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { logger } from '@mallhive/process-kit/telemetry'
import { onTestFinished, expect, test, vi } from 'vitest'
import type { PageJob } from './page-job.ts'
import type { RenderPoolOptions } from './render-pool.ts'
import { filenameOf, pageBundle, pageJob, pageRelease } from './testing.ts'
import { good, htmlOf, open, openPool, show } from './testing-pool.ts'

test('a page is loaded and rendered in another process, by calls that the shell makes', async () => {
  const pool = await openPool()
  const home = await open(pool, 'home', good, `return ctx.bff.call('home', 'query', 'words', { a: 1 })`)
  const called: unknown[] = []
  const result = await show(pool, home, {
    calls:
      () =>
      async (...call) => (called.push(call), '{"words":"Ana"}'),
  })
  expect(called).toEqual([['home', 'query', 'words', { a: 1 }]])
  expect(result).toMatchObject({ kind: 'document', status: 200, isComplete: true })
  expect(htmlOf(result)).toContain('<h1>Welcome <!-- -->Ana</h1>')
  expect(pool.status().pids).not.toContain(process.pid)
})

test('a line that a page writes carries the trace of its document', async () => {
  const lines: unknown[] = []
  const log = Object.assign(logger('test'), { info: (fields: unknown) => void lines.push(fields) })
  const pool = await openPool({ log })
  const home = await open(pool, 'home', `console.log('seen'); return h('h1', null, 'x')`)
  await show(pool, home, { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' })
  const trace = { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' }
  expect(lines).toContainEqual({ page: {}, ...trace })
})

test('a loader calls mutations of its own page’s BFF only, and none in a page that is prefetched', async () => {
  const pool = await openPool()
  const loader = `
    const tried = async (mfe, path) => ctx.bff.call(mfe, 'mutation', path).catch((error) => error.data.reason)
    return { words: [await tried('home', 'start'), await tried('cart', 'addItem')].join(' ') }`
  const home = await open(pool, 'home', good, loader)
  const cart = await open(pool, 'cart', good)
  const releases = { home, cart }
  const called: unknown[] = []
  const calls: PageJob['calls'] =
    () =>
    async (...call) => (called.push(call), '"started"')
  const job = await pageJob(home, { releases, calls })
  job.request.releases = { home: home.id, cart: cart.id }
  expect(htmlOf(await pool.show(job))).toContain('started NOT_FOR_LOADERS')
  expect(htmlOf(await pool.show({ ...job, isPrefetch: true }))).toContain('NOT_FOR_LOADERS NOT_FOR_LOADERS')
  expect(called).toEqual([['home', 'mutation', 'start', undefined]])
})

test('a loader has the messages of its page’s locale, and the path without it', async () => {
  const pool = await openPool()
  const release = {
    ...pageRelease('home'),
    exposes: { page: { js: [], css: [] }, 'messages-de': { js: [], css: [] } },
  }
  const messages = `
    const pages = exports.get
    const german = { default: { locale: 'de', messages: { hello: 'Hallo' } } }
    exports.get = (name) => (name === './messages-de' ? () => german : pages(name))`
  const loader = `return { words: ctx.catalogs.home.messages.hello + ctx.path }`
  await pool.open(release, filenameOf(release), pageBundle(good, loader) + messages)
  const { request, ...job } = await pageJob(release)
  const result = await pool.show({ ...job, request: { ...request, at: '/de/home', lang: 'de' } })
  expect(htmlOf(result)).toContain('<h1>Welcome <!-- -->Hallo/home</h1>')
})

test('a component that throws leaves a placeholder with status 500, and what suspends follows', async () => {
  const pool = await openPool()
  const broken = await open(pool, 'broken', `throw new Error('broken')`)
  const failures: unknown[] = []
  const outcomes: unknown[] = []
  const result = await show(pool, broken, {
    onFailure: (failure) => failures.push(failure),
    onOutcome: (outcome) => outcomes.push(outcome),
  })
  expect(result).toMatchObject({ kind: 'document', status: 500, isComplete: false })
  expect(failures).toMatchObject([
    { message: 'rendering failed', why: 'broken', of: 'broken/page of broken@1.0.0' },
  ])
  expect(outcomes).toEqual([{ failed: [], unfinished: ['broken/page'] }])

  const late = await open(
    pool,
    'late',
    `const later = globalThis.later ??= new Promise((done) => setTimeout(done, 50, 'at last'))
     const Late = () => h('p', null, React.use(later))
     return h(React.Suspense, { fallback: '…' }, h(Late))`,
  )
  const streamed = await show(pool, late)
  expect(htmlOf(streamed)).not.toContain('at last')
  expect(streamed.kind === 'document' && streamed.rest && (await text(streamed.rest))).toContain('at last')
})

test('a process that has grown is replaced, and no page is lost or blamed', async () => {
  const onFault = vi.fn<NonNullable<RenderPoolOptions['onFault']>>()
  const pool = await openPool({ onFault, processes: 1 })
  const home = await open(
    pool,
    'home',
    `(globalThis.kept ??= []).push(Buffer.alloc(8e6, 1)); return h('h1', null, 'Welcome')`,
  )
  const [before] = pool.status().pids
  const failed: unknown[] = []
  while (pool.status().pids[0] === before) {
    // oxlint-disable-next-line no-await-in-loop -- one shopper, until the process is replaced
    const result = await show(pool, home).catch((error: unknown) => failed.push(error))
    if (typeof result === 'number' || !htmlOf(result).includes('Welcome')) failed.push(result)
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  expect([failed, onFault.mock.calls]).toEqual([[], []])
})

test('pages that wait for calls in a process that another page ends are rendered by the next one', async () => {
  const pool = await openPool({ processes: 1 })
  const waits = await open(pool, 'waits', good, `return ctx.bff.call('waits', 'query', 'words')`)
  const faulty = await open(pool, 'faulty', `process.exit(3)`)
  const answer = Promise.withResolvers<string>()
  let calls = 0
  const waiting = show(pool, waits, {
    calls: () => () => (++calls === 1 ? answer.promise : Promise.resolve('{"words":"again"}')),
  })
  await vi.waitFor(() => expect(calls).toBe(1))
  await expect(show(pool, faulty)).rejects.toMatchObject({ name: 'RenderFailed', wasHit: true })
  expect(htmlOf(await waiting)).toContain('again')
})

test('pages that waited for a process are shown side by side when it is ready', async () => {
  const pool = await openPool({ processes: 1 })
  const faulty = await open(pool, 'faulty', `process.exit(3)`)
  const home = await open(pool, 'home', good, `return ctx.bff.call('home', 'query', 'words')`)
  await expect(show(pool, faulty)).rejects.toMatchObject({ wasHit: true })
  const all = Promise.withResolvers<string>()
  let calls = 0
  const call = () => (++calls === 5 && all.resolve('{"words":"side by side"}'), all.promise)
  const shown = await Promise.all(Array.from({ length: 5 }, () => show(pool, home, { calls: () => call })))
  for (const result of shown) expect(htmlOf(result)).toContain('side by side')
})

test('a page of another address is next, however many pages of one wait', async () => {
  const pool = await openPool({ processes: 1 })
  const home = await open(pool, 'home', good, `return ctx.bff.call('home', 'query', 'words')`)
  const begun: string[] = []
  const answers: PromiseWithResolvers<string>[] = []
  const from = (address: string) =>
    show(pool, home, {
      addresses: new Set([address]),
      calls: () => () => {
        begun.push(address)
        const answer = Promise.withResolvers<string>()
        answers.push(answer)
        return answer.promise
      },
    })
  const flood = Array.from({ length: 40 }, () => from('192.0.2.1'))
  await vi.waitFor(() => expect(begun).toHaveLength(16))
  const other = from('198.51.100.7')
  answers.shift()?.resolve('{"words":"first"}')
  await vi.waitFor(() => expect(begun).toHaveLength(17))
  expect(begun.at(-1)).toBe('198.51.100.7')
  const drain = setInterval(() => answers.splice(0).forEach(({ resolve }) => resolve('{"words":"all"}')), 5)
  for (const result of await Promise.all([other, ...flood])) expect(htmlOf(result)).toMatch(/first|all/)
  clearInterval(drain)
})

test('a release that has just ended a process is left to the browser for a while', async () => {
  // The pause does not end, however long a busy machine takes.
  const pool = await openPool({ now: () => 0 })
  const faulty = await open(pool, 'faulty', `process.exit(3)`)
  await expect(show(pool, faulty)).rejects.toMatchObject({ wasHit: true })
  expect(htmlOf(await show(pool, faulty))).toContain('CLIENT_ONLY')
  expect(pool.status().faults).toMatchObject([{ release: 'faulty@1.0.0', kind: 'EXITED' }])
})

test('a release that is paused is left to the browser until the pause is over', async () => {
  let time = 0
  const pool = await openPool({ processes: 1, now: () => time })
  const home = await open(pool, 'home', good)
  pool.pause(home.id, 60_000)
  expect(htmlOf(await show(pool, home))).toContain('CLIENT_ONLY')
  time = 60_001
  expect(htmlOf(await show(pool, home))).toContain('Welcome')
})

test('a page reaches no file, network, process, module, channel or secret beyond its own', async () => {
  const pool = await openPool({ processes: 1 })
  const folder = mkdtempSync(join(tmpdir(), 'page-escapes-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const keyFile = join(folder, 'key.pem')
  const secret = 'secret-of-the-shell-77ab'
  writeFileSync(keyFile, secret)
  const reached: string[] = []
  const ports: Record<string, number> = {}
  for (const name of ['postgres', 'redis', 'sqs', 'desk']) {
    const server = createServer((socket) => (reached.push(name), socket.end())).listen(0, '127.0.0.1')
    // oxlint-disable-next-line no-await-in-loop -- four of them
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    ports[name] = (server.address() as AddressInfo).port
  }
  const given = JSON.stringify({
    keyFile,
    ports,
    secret: secret.split('').toReversed().join(''),
    hostPid: process.pid,
  })
  const probes = readFileSync(new URL('../../../../bff/host/fixtures/escapes.cjs', import.meta.url), 'utf8')
  const release = pageRelease('probe')
  await pool.open(
    release,
    filenameOf(release),
    `const probes = {}; ((exports) => { ${probes} })(probes)
     ${pageBundle(`return h('pre', null, data)`, `return (await probes.handle({ url: 'http://x/y', json: async () => (${given}) }, {})).text()`)}`,
  )
  const job = await pageJob(release)
  const { document: _, ...request } = job.request
  const result = await pool.show({ ...job, request: { ...request, deadlineMs: 30_000 } })
  const view: { content: { data: string } } = JSON.parse(result.kind === 'view' ? result.json.toString() : '')
  const { tried, got, harmless }: { tried: number; got: object; harmless: string[] } = JSON.parse(
    view.content.data,
  )
  expect(Object.entries(got).filter(([name]) => !harmless.includes(name))).toEqual([])
  expect(tried).toBeGreaterThan(150)
  expect(reached).toEqual([])
  expect(readFileSync(`/proc/${pool.status().pids[0]}/environ`, 'utf8')).toBe('')
}, 60_000)

test('a bundle that keeps the kit from answering is ended by the shell, and other pages go on', async () => {
  const pool = await openPool({ processes: 1 })
  const home = await open(pool, 'home', good)
  const faulty = await open(
    pool,
    'faulty',
    good,
    `JSON.stringify = () => { throw new Error('no more messages') }`,
  )
  const job = await pageJob(faulty)
  await expect(pool.show({ ...job, request: { ...job.request, deadlineMs: 100 } })).rejects.toMatchObject({
    name: 'RenderFailed',
  })
  expect(htmlOf(await show(pool, home))).toContain('Welcome')
})
