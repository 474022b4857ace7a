import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { useFormKey } from '@mallhive/mfe-kit'
import type { LoaderContext } from '@mallhive/mfe-kit'
import { track } from '@mallhive/mfe-kit/host/tracked-promise'
import type { ExposedModule } from '@mallhive/mfe-kit/shell-context'
import { createElement, Suspense, use } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { rendersHere } from '../../render/testing.ts'
import { answerPage } from '../documents/answer-page.ts'
import { openRequest } from '../open-request.ts'
import { nothingLive } from '../releases.ts'
import type { ShellProcess } from '../shell-process.ts'
import { shopperAt, testRelease, testShellProcess } from '../testing.ts'

const origin = 'http://mall.test'
const key = 'a-key-of-more-than-32-characters-for-tests'

let shell: ShellProcess
let version: string
let answer: { keepForSeconds: number; status?: number }
let loads: number
let page: ExposedModule
beforeEach(async () => {
  version = '1.0.0'
  answer = { keepForSeconds: 60 }
  loads = 0
  page = productPage()
  shell = await testShellProcess({ BEACON_KEY: key, PUBLIC_ORIGIN: origin })
  const file = { url: '/_next/static/documents/file.js', integrity: 'sha384-file' }
  const files = { entry: file, react: file, css: file }
  shell.renderer = { ...shell.renderer, files }
  const release = () => ({
    ...testRelease('catalog', version),
    routes: { '/p/mug': 'page' },
    exposes: { page: { js: [], css: [] } },
  })
  shell.releases = { ...nothingLive, assign: () => ({ catalog: release() }) }
  const byVersion = new Map<string, ReturnType<typeof track<ExposedModule>>>()
  shell.renders = rendersHere((id) => {
    const loaded = byVersion.get(id) ?? track(Promise.resolve(page))
    byVersion.set(id, loaded)
    return loaded
  }, 60)
  shell.bff = async () => {
    const { keepForSeconds, status = 200 } = answer
    if (status === 200) return { keepForSeconds: [keepForSeconds], forgetOn: ['Price:mug'], answers: [good] }
    throw new Error('the BFF is down')
  }
  shell.shared.learn(
    ['1.0.0', '1.1.0'].map((of) => ({
      release: `catalog@${of}`,
      publicFor: { price: 60 },
      anonymousFor: {},
    })),
  )
  // Nothing has been missed for a while.
  vi.spyOn(performance, 'now').mockReturnValue(1e6)
  shell.answers.apply({ changed: [], missed: false })
})
const good = { result: { data: { price: 19 } } }

function productPage(content: () => unknown = () => null): ExposedModule {
  return {
    cacheSeconds: 60,
    async loader(ctx: LoaderContext) {
      loads++
      return ctx.bff.call('catalog', 'query', 'price', {}).catch(() => undefined)
    },
    meta: () => ({ title: 'Mug' }),
    default: function Page() {
      const newKey = useFormKey()
      const field = createElement('input', { name: 'key', value: newKey(), readOnly: true })
      return createElement('form', null, version, field, content() as never)
    },
  }
}

async function visit(headers: Record<string, string> = {}, path = '/p/mug') {
  const req = Object.assign(new IncomingMessage(new Socket()), { headers, url: path })
  const res = new ServerResponse(req)
  const done = Promise.withResolvers<Buffer>()
  const chunks: Buffer[] = []
  // React writes long texts as strings.
  res.write = (chunk: Buffer | string) =>
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk) > 0
  res.end = (body?: unknown) => {
    if (Buffer.isBuffer(body)) chunks.push(body)
    done.resolve(Buffer.concat(chunks))
    return res
  }
  const scope = await openRequest(req, res, shell.releases, `00-${crypto.randomUUID()}`, shopperAt(origin))
  await shell.requests.run(scope, () => answerPage(req, res, scope))
  const body = await done.promise
  const coding = res.getHeader('content-encoding')
  const plain = coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body
  const html = plain.toString()
  return {
    html,
    coding,
    scope,
    headers: res.getHeaders(),
    formKey: /name="key"[^>]*value="([^"]+)"/.exec(html)?.[1] ?? '',
  }
}

/** The document without the values that each answer has of its own. */
const shared = ({ html, formKey, scope: { nonce, traceparent } }: Awaited<ReturnType<typeof visit>>) =>
  html
    .replaceAll(nonce, 'N')
    .replaceAll(traceparent, 'T')
    .replaceAll(formKey, 'K')
    .replace(/(name="mall-document" content=")[^"]+/, '$1')

test('a document is sent again with a nonce, a trace, a token and form keys of its own', async () => {
  const visits = [await visit(), await visit(), await visit()]
  expect(loads).toBe(1)
  expect(new Set(visits.map(({ formKey }) => formKey)).size).toBe(3)
  for (const { html, scope } of visits) {
    expect(html.split(`nonce="${scope.nonce}"`).length).toBeGreaterThan(1)
    expect(html).toContain(`content="${scope.traceparent}"`)
    const others = visits.filter((one) => one.scope !== scope).map((one) => one.scope.traceparent)
    expect(others.filter((traceparent) => html.includes(traceparent))).toEqual([])
  }
  expect(new Set(visits.map(shared)).size).toBe(1)
})

test('a browser may show a public document again on Back, to the same visitor only, and no personal or failed one', async () => {
  const control = async (headers?: Record<string, string>, path?: string) =>
    (await visit(headers, path)).headers
  const shownAgain = { 'cache-control': 'private, no-cache', vary: expect.stringContaining('cookie') }
  expect([await control(), await control()]).toMatchObject([shownAgain, shownAgain])
  const stored = { 'cache-control': expect.stringContaining('no-store') }
  const others = [await control({ cookie: 'mall_session=ada' }), await control({}, '/nowhere')]
  expect(others).toMatchObject([stored, stored])
})

test('a document sent again is counted with its releases, like a rendered one', async () => {
  await visit()
  const { scope } = await visit()
  expect([scope.servedAtMs, Object.keys(scope.releases)]).toEqual([expect.any(Number), ['catalog']])
})

for (const coding of ['br', 'gzip'])
  test(`the form compressed by ${coding} is the plain document`, async () => {
    await visit()
    const accepting = { 'accept-encoding': coding }
    const compressed = await vi.waitFor(
      async () => {
        const found = await visit(accepting)
        expect(found.coding).toBe(coding)
        return found
      },
      { timeout: 10_000 },
    )
    expect(shared(compressed)).toBe(shared(await visit({ 'accept-encoding': 'identity' })))
    expect(loads).toBe(1)
  })

test.each(['br ; q=0, gzip;q=0', 'x-br', 'br;q=0.000', 'identity'])(
  'a document is sent uncompressed to a client that accepts %s',
  async (accepted) => {
    await visit()
    for (const coding of ['br', 'gzip'])
      await vi.waitFor(async () => expect((await visit({ 'accept-encoding': coding })).coding).toBe(coding), {
        timeout: 10_000,
      })
    expect((await visit({ 'accept-encoding': accepted })).coding).toBeUndefined()
  },
)

test('visitors with a session, with a refused form or with pins get documents of their own', async () => {
  await visit()
  await visit({ cookie: 'mall_session=ada' })
  await visit({ cookie: 'mall_session=grace' })
  await visit({}, '/p/mug?flash=a')
  await visit({ 'x-mall-pin': 'catalog@1.0.0' })
  expect(loads).toBe(5)
})

test('market, theme, reports, consents, address and release are never mixed', async () => {
  const others: [Record<string, string>, string?][] = [
    [{}],
    [{ cookie: 'mall_currency=USD' }],
    [{ cookie: 'mall_theme=dark' }],
    [{ cookie: 'mall_metrics=off' }],
    [{ cookie: 'mall_searches=on' }],
    [{ 'sec-gpc': '1', cookie: 'mall_searches=on' }],
    [{}, '/p/mug?colour=red'],
  ]
  for (const _ of [1, 2]) for (const [headers, path] of others) await visit(headers, path)
  expect(loads).toBe(others.length)
  expect((await visit({ cookie: 'mall_theme=dark' })).html).toContain('data-theme="dark"')
  expect((await visit()).html).not.toContain('data-theme')
  version = '1.1.0'
  expect((await visit()).html).toContain('<form>1.1.0')
})

test('addresses that differ in parameters of campaigns share a document, which contains none of them', async () => {
  const first = await visit({}, '/p/mug?utm_source=letter&colour=red&gclid=one-visitor')
  const second = await visit({}, '/p/mug?fbclid=another&colour=red')
  expect(loads).toBe(1)
  expect(shared(second)).toBe(shared(first))
  expect(first.html).toContain('"at":"/p/mug?colour=red"')
  expect(first.html).not.toMatch(/letter|one-visitor/)
})

test('a price change is in the next document', async () => {
  await visit()
  shell.answers.apply({ changed: ['Price:mug'], missed: false })
  await visit()
  expect(loads).toBe(2)
})

test('answers are asked for anew before their time is over, and a document is rendered anew only for one that differs', async () => {
  let price = 19
  const asked = vi.fn<ShellProcess['bff']>(async () => {
    return { keepForSeconds: [10], forgetOn: [], answers: [{ result: { data: { price } } }] }
  })
  shell.bff = asked
  async function visitAt(ms: number, calls: number): Promise<void> {
    vi.spyOn(performance, 'now').mockReturnValue(1e6 + ms)
    shell.answers.apply({ changed: [], missed: false })
    await visit()
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(calls))
    await Promise.all(asked.mock.results.map(({ value }) => value))
    await nextTurn()
  }
  await visitAt(0, 1)
  await visitAt(9500, 2)
  price = 21
  await visitAt(19_000, 3)
  expect(loads).toBe(1)
  await visitAt(19_001, 3)
  expect(loads).toBe(2)
})

test('a document is rendered each time when an answer in it failed or is not remembered', async () => {
  answer = { keepForSeconds: 0 }
  for (const _ of [1, 2]) await visit()
  expect(loads).toBe(2)
  answer = { keepForSeconds: 60, status: 503 }
  for (const _ of [1, 2]) await visit()
  expect(loads).toBe(4)
})

test('a document that streams, throws or calls as its shopper is rendered each time', async () => {
  const late = () =>
    createElement(
      Suspense,
      { fallback: '…' },
      createElement(() => use(soon())),
    )
  const soon = () => new Promise<string>((resolve) => setImmediate(resolve, 'late'))
  const throwing = () =>
    createElement(() => {
      throw new Error('broken')
    })
  const personal = productPage()
  personal.loader = async (ctx) => {
    loads++
    return ctx.bff.call('catalog', 'query', 'mine', {}).catch(() => undefined)
  }
  for (const [number, other] of [productPage(late), productPage(throwing), personal].entries()) {
    page = other
    version = `2.${number}.0`
    loads = 0
    for (const _ of [1, 2]) await visit()
    expect(loads).toBe(2)
  }
})
