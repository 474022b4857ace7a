import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { viewType } from '../document/view.ts'
import type { ViewAnswer } from '../document/view.ts'
import { fetchView } from './fetch-view.ts'

const reload = vi.hoisted(() => vi.fn<(options: { quiet: boolean }) => boolean>(() => true))
vi.mock('@mallhive/mfe-kit/soft-reload', () => ({ softReload: reload }))

const asked: { path: string; headers: Record<string, string> }[] = []
const left: string[] = []
let answers: (Response | Error)[] = []

beforeEach(() => {
  asked.length = 0
  left.length = 0
  reload.mockReset().mockReturnValue(true)
  vi.stubGlobal('location', { pathname: '/here', search: '', assign: (url: URL) => left.push(url.pathname) })
  vi.stubGlobal('fetch', async (path: string, { headers }: { headers: Record<string, string> }) => {
    asked.push({ path, headers })
    const answer = answers.shift() ?? new Error('offline')
    if (answer instanceof Error) throw answer
    return answer
  })
})
afterEach(() => vi.unstubAllGlobals())

const answer = (body: ViewAnswer) => Response.json(body, { headers: { 'content-type': viewType } })
const view = (at: string) =>
  answer({ view: { at, content: { kind: 'not-found' }, queries: { mutations: [], queries: [] } } })

const open = (
  path: string,
  withFrame = false,
  signal = new AbortController().signal,
  shownAgainWith?: string,
) =>
  fetchView({
    to: new URL(path, 'http://mall.test'),
    releases: { cart: { ...release, name: 'cart' }, home: { ...release, name: 'home' } },
    currency: 'EUR',
    withFrame,
    shownAgainWith,
    signal,
  })
const release = { id: '', version: '1.5.0', base: '', web: '', exposes: {}, routes: {}, consumes: [] }

test('a navigation names the document’s releases, and follows redirects to a view', async () => {
  answers = [answer({ redirect: '/cart?a=1#sum' }), view('/cart?a=1')]
  const outcome = await open('/basket')
  expect(outcome).toMatchObject({ view: { at: '/cart?a=1' }, hash: '#sum' })
  expect(asked.map(({ path }) => path)).toEqual(['/basket', '/cart?a=1'])
  expect(asked[0]?.headers).toMatchObject({
    accept: viewType,
    'x-mall-assignment': 'cart@1.5.0,home@1.5.0',
    'x-mall-currency': 'EUR',
    traceparent: expect.stringMatching(/^00-/),
  })
})

test('a view after redirects that the server has followed keeps their fragment, or has none', async () => {
  const { view: shown } = await view('/cart').json()
  answers = [answer({ view: shown, hash: '#sum' }), answer({ view: shown, hash: '' })]
  expect(await open('/basket#top')).toMatchObject({ view: { at: '/cart' }, hash: '#sum' })
  expect(await open('/basket#top')).toMatchObject({ view: { at: '/cart' }, hash: '' })
})

test('an answer that is no view, or none, loads the address as a document', async () => {
  for (const next of [new Response('Too many requests'), new Error('offline')]) {
    answers = [next]
    expect(await open('/cart')).toBe('leaving')
  }
  expect(left).toEqual(['/cart', '/cart'])
})

test('redirects without end load the address as a document', async () => {
  answers = Array.from({ length: 20 }, () => answer({ redirect: '/cart' }))
  expect(await open('/cart')).toBe('leaving')
  expect(asked.length).toBeLessThan(10)
})

test('a document whose releases are gone is left; its own address by a soft reload, which keeps what was typed', async () => {
  answers = [answer({ outdated: true }), answer({ outdated: true })]
  expect(await open('/cart')).toBe('leaving')
  expect([left, reload.mock.calls.length]).toEqual([['/cart'], 0])
  expect(await open('/here', true)).toBe('leaving')
  expect([left, reload.mock.calls.length]).toEqual([['/cart'], 1])
})

test('a document that was reloaded just now stays as it is, but is loaded anew when Back shows it again', async () => {
  reload.mockImplementation(({ quiet }) => quiet)
  answers = [answer({ outdated: true }), answer({ outdated: true })]
  expect(await open('/here', true)).toBe('unchanged')
  expect(await open('/here', true, new AbortController().signal, 'dark,on')).toBe('leaving')
  expect(asked.map(({ headers }) => headers['x-mall-preferences'])).toEqual([undefined, 'dark,on'])
})

test('a refresh that fails leaves the page as it is', async () => {
  answers = [new Error('offline')]
  expect(await open('/here', true)).toBe('unchanged')
  expect([left, reload.mock.calls.length]).toEqual([[], 0])
})

test('a navigation that another one has ended changes nothing', async () => {
  const controller = new AbortController()
  controller.abort()
  answers = [new DOMException('ended', 'AbortError')]
  expect(await open('/cart', false, controller.signal)).toBe('aborted')
  expect(left).toEqual([])
})
