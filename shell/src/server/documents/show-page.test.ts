import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import { BffError } from '@mallhive/mfe-kit/trpc/bff-calls'
import { BundleFault } from '@mallhive/sandbox/bundle-fault'
import { expect, test } from 'vitest'
import { openRequest } from '../open-request.ts'
import { nothingLive } from '../releases.ts'
import { RenderFailed } from '../render/render-failed.ts'
import type { RenderPool } from '../render/render-pool.ts'
import { shopperAt, testRelease, testShellProcess } from '../testing.ts'
import { showPage } from './show-page.ts'

type Show = RenderPool['show']

/** Opens a request whose page is shown by `show`. */
async function openScope(show: Show, headers: Record<string, string> = {}) {
  const shell = await testShellProcess({})
  const assigned = { cart: testRelease('cart', '1.5.0'), home: testRelease('home', '2.0.0') }
  const releases = { ...nothingLive, assign: () => assigned }
  shell.renders = { ...shell.renders, show }
  const req = Object.assign(new IncomingMessage(new Socket()), { headers, url: '/' })
  return openRequest(req, new ServerResponse(req), releases, '00-1', shopperAt('http://mall.test'))
}

const page = { page: { kind: 'not-found' }, withFrame: true, signal: new AbortController().signal } as const
const shown = { kind: 'view', status: 200, json: Buffer.from('{}') } as const

/** Shows a page of cart at which a render process ends, and returns the releases that count as failed. */
async function failedAtFaultOf(release?: RemoteRelease) {
  const fault = new BundleFault('EXITED', 'ended')
  const scope = await openScope(() => Promise.reject(new RenderFailed(fault, true, release?.id)))
  await showPage(scope, {
    ...page,
    page: { kind: 'page', name: 'cart/cart-page', params: {} },
    withFrame: true,
  })
  return [...scope.failed]
}

test('a page at which a render process ends counts against the release at fault, a fragment’s among them', async () => {
  expect(await failedAtFaultOf(testRelease('home', '2.0.0'))).toEqual(['home'])
  expect(await failedAtFaultOf(testRelease('cart', '1.5.0'))).toEqual(['cart'])
  expect(await failedAtFaultOf()).toEqual([])
})

/** Shows a page whose loader ignores the failure of its call, and returns the releases that count as failed. */
async function failedAfter(failure: Error) {
  const scope = await openScope(async (job) => {
    const call = job.calls({ signal: new AbortController().signal, traceparent: '00-1' })
    await call('cart', 'query', 'miniCart', undefined).catch(() => {})
    job.onOutcome({ failed: [], unfinished: [] })
    return shown
  })
  scope.calls = () => () => Promise.reject(failure)
  await showPage(scope, page)
  return [...scope.failed]
}

test('a page takes turns by the address that the edge saw, not by one that the client claims', async () => {
  let addresses: ReadonlySet<string> | undefined
  const show: Show = async (job) => ((addresses = job.addresses), shown)
  const scope = await openScope(show, { 'x-forwarded-for': '203.0.113.1, 192.0.2.7' })
  await showPage(scope, page)
  expect([...(addresses ?? [])]).toEqual(['192.0.2.7'])
})

const answered = (httpStatus: number, reason: string, code = reason) =>
  new BffError('no', { data: { code, httpStatus, reason } })

test.each([
  ['a procedure that throws', answered(500, 'INTERNAL')],
  ['a procedure that does not end', answered(504, 'DEADLINE_EXCEEDED')],
  ['a procedure that ends late by its last service', answered(504, 'DEADLINE_EXCEEDED', 'GATEWAY_TIMEOUT')],
  ['a BFF that ends its process', answered(503, 'BUNDLE_FAILED')],
  ['a BFF whose process is started again', answered(503, 'BUNDLE_RESTARTING')],
])('%s counts against its release, also where a loader ignores it', async (_, error) => {
  expect(await failedAfter(error)).toEqual(['cart'])
})

test.each([
  ['a refusal', answered(404, 'NO_CHECKOUT')],
  ['a rate limit', answered(429, 'TOO_MANY_REQUESTS')],
  ['a service that does not answer', answered(503, 'UNAVAILABLE')],
  ['sessions that cannot be checked', answered(503, 'SESSION_UNKNOWN')],
  ['a BFF that many call at once', answered(503, 'BUNDLE_BUSY')],
  ['a BFF host that does not answer', new BffError('The BFF did not answer')],
  ['a visitor who has left', new DOMException('The client has gone.', 'AbortError')],
])('%s counts against no release', async (_, error) => {
  expect(await failedAfter(error)).toEqual([])
})
