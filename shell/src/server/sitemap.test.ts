import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { BffError } from '@mallhive/mfe-kit/trpc/bff-calls'
import { RenderFailed } from './render/render-failed.ts'
import { BundleFault } from '@mallhive/sandbox/bundle-fault'
import { expect, test } from 'vitest'
import { GET } from '../app/sitemap.xml/route.ts'
import { viewType } from '../document/view.ts'
import { rendersHere } from '../render/testing.ts'
import { answerPage } from './documents/answer-page.ts'
import { openRequest } from './open-request.ts'
import { nothingLive } from './releases.ts'
import { shopperAt, testRelease, testShellProcess } from './testing.ts'

const file = { js: [], css: [] }
const release = {
  ...testRelease('catalog', '1.0.0'),
  routes: { '/c': 'page' },
  exposes: { page: file, sitemap: file },
}

/** Opens a request to a shell whose loaders all fail. */
async function openFailing(url: string, failure: Error) {
  const shell = await testShellProcess({})
  shell.releases = { ...nothingLive, assign: () => ({ catalog: release }) }
  shell.renders = rendersHere(async () => ({ default: () => null, loader: () => Promise.reject(failure) }))
  if (failure instanceof RenderFailed) shell.renders.show = () => Promise.reject(failure)
  const req = Object.assign(new IncomingMessage(new Socket()), { url, headers: { accept: viewType } })
  const res = new ServerResponse(req)
  const scope = await openRequest(req, res, shell.releases, '00-1', shopperAt('http://mall.test'))
  return { shell, req, res, scope }
}

async function sitemapAfter(failure: Error, address: string) {
  const { shell, scope } = await openFailing(address, failure)
  const { status, headers } = await shell.requests.run(scope, () =>
    GET(new Request(`http://mall.test${address}`)),
  )
  return [status, headers.get('retry-after'), headers.get('cache-control')]
}

const answered = (httpStatus: number) =>
  new BffError('no', { data: { code: 'REFUSED', httpStatus, reason: 'REFUSED' } })
const ended = new RenderFailed(new BundleFault('EXITED', 'gone'), true)

test.each([
  ['spends the budget of its address', answered(429), 429, '60'],
  ['meets a BFF that is down', new BffError('The BFF did not answer'), 503, '5'],
  ['meets a render process that ends', ended, 503, '5'],
  ['meets a loader that throws', new TypeError('undefined is no function'), 500, null],
])('a sitemap that %s says so', async (_, failure, status, after) => {
  for (const address of ['/sitemap.xml', '/sitemap.xml?of=catalog&part=categories'])
    // oxlint-disable-next-line no-await-in-loop -- one request after the other
    expect(await sitemapAfter(failure, address)).toEqual([status, after, 'no-store'])
})

test('a sitemap lacks the parts of a release whose loader fails or returns nonsense, and of no other', async () => {
  for (const broken of [() => Promise.reject(new TypeError('undefined is no function')), async () => ({})]) {
    // oxlint-disable-next-line no-await-in-loop -- one request after the other
    const { shell, scope } = await openFailing('/sitemap.xml', new Error('unused'))
    scope.releases = {
      cart: { ...release, ...testRelease('cart', '1.0.0'), exposes: release.exposes },
      catalog: release,
    }
    shell.renders = rendersHere(async (id) => ({
      default: () => null,
      loader: id.startsWith('cart') ? broken : async () => ({ parts: ['categories'] }),
    }))
    // oxlint-disable-next-line no-await-in-loop
    const answer = await shell.requests.run(scope, () => GET(new Request('http://mall.test/sitemap.xml')))
    // oxlint-disable-next-line no-await-in-loop
    expect([answer.status, await answer.text()]).toEqual([
      200,
      expect.stringContaining('of=catalog&amp;part=categories'),
    ])
  }
})

test('a page beyond the budget of its address says when to try again', async () => {
  const { shell, req, res, scope } = await openFailing('/c', answered(429))
  await shell.requests.run(scope, () => answerPage(req, res, scope))
  expect([res.statusCode, res.getHeader('retry-after')]).toEqual([429, '60'])
})
