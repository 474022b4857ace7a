import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { viewType } from '../../document/view.ts'
import { openRequest } from '../open-request.ts'
import { nothingLive } from '../releases.ts'
import { shellProcess } from '../shell-process.ts'
import { shopperAt, testRelease, testShellProcess } from '../testing.ts'
import { answerPage } from './answer-page.ts'

beforeAll(async () => {
  const shell = await testShellProcess({ LOCALES: 'en,de' })
  shell.releases = {
    ...nothingLive,
    assign: () => ({
      cart: {
        ...testRelease('cart', '1.5.0'),
        routes: { '/basket': 'page' },
        redirects: {
          '/cart': '/basket',
          '/there': '/back',
          '/back': '/there',
          '/manual': '/media/manual.pdf',
        },
      },
    }),
    ensure: () => Promise.reject(new Error('gone')),
  }
})

async function answer(path: string, headers: Record<string, string>) {
  const req = Object.assign(new IncomingMessage(new Socket()), { headers, url: path })
  const res = new ServerResponse(req)
  const bodies: string[] = []
  res.end = (body?: unknown) => {
    if (Buffer.isBuffer(body)) bodies.push(body.toString())
    return res
  }
  const scope = await openRequest(req, res, shellProcess().releases, '00-1', shopperAt('http://mall.test'))
  await shellProcess().requests.run(scope, () => answerPage(req, res, scope))
  return { status: res.statusCode, headers: res.getHeaders(), body: bodies.join('') }
}

const navigation = { accept: viewType }

test('an old address answers 308 to a document, and the view of its new address to a navigation', async () => {
  expect(await answer('/cart?a=1', {})).toMatchObject({ status: 308, headers: { location: '/basket?a=1' } })
  const { status, body } = await answer('/cart?a=1', navigation)
  expect(status).toBe(200)
  const content = { kind: 'browser', name: 'cart/page' }
  expect(JSON.parse(body)).toMatchObject({ view: { at: '/basket?a=1', content }, hash: '' })
})

test('a redirect keeps the language of its page', async () => {
  expect(await answer('/de/cart', {})).toMatchObject({ status: 308, headers: { location: '/de/basket' } })
  const { body } = await answer('/de/cart?a=1', navigation)
  const content = { kind: 'browser', name: 'cart/page' }
  expect(JSON.parse(body)).toMatchObject({ view: { at: '/de/basket?a=1', content }, hash: '' })
})

test.each([
  ['to what is not a page', '/manual', '/media/manual.pdf'],
  ['to a page with pins', '/cart?mall-pin=cart@1.6.0', '/basket?mall-pin=cart@1.6.0'],
  ['to a page with a message', '/cart?flash=1', '/basket?flash=1'],
])('a redirect %s is left to the browser', async (_, path, to) => {
  const { body } = await answer(path, navigation)
  expect(JSON.parse(body)).toEqual({ redirect: to })
})

test('redirects in a circle end', async () => {
  const { body } = await answer('/there', navigation)
  expect(JSON.parse(body)).toEqual({ redirect: expect.stringMatching(/^\/(there|back)$/) })
})

test('a navigation is answered by a view with the status of its page, never from a shared cache', async () => {
  const { status, headers, body } = await answer('/nowhere?q=a', navigation)
  expect(status).toBe(404)
  expect(headers).toMatchObject({ 'content-type': viewType, vary: 'accept' })
  expect(headers['cache-control']).toContain('private, no-cache, no-store')
  expect(JSON.parse(body)).toEqual({
    view: { at: '/nowhere?q=a', content: { kind: 'not-found' }, queries: { mutations: [], queries: [] } },
  })
})

test('a page whose server code is not loaded is left to the browser, with its parameters', async () => {
  const { status, body } = await answer('/basket', navigation)
  expect(status).toBe(200)
  expect(JSON.parse(body).view.content).toEqual({ kind: 'browser', name: 'cart/page', params: {} })
})

test('a navigation of a document whose releases are gone gets `outdated`', async () => {
  const { body } = await answer('/basket', { ...navigation, 'x-mall-assignment': 'cart@1.0.0' })
  expect(JSON.parse(body)).toEqual({ outdated: true })
})
