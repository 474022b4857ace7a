import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHost } from './testing.ts'

let host: Awaited<ReturnType<typeof openTestHost>>
beforeAll(async () => void (host = await openTestHost()))
afterAll(() => host[Symbol.asyncDispose]())

const cookie = 'mall_session=guest; bff_team_thing=red; bff_other_thing=blue; bff_team-two_thing=green'
const origin = 'http://localhost:4000'
const headers = { cookie, origin, 'content-type': 'application/json', 'x-forwarded-for': '10.1.1.1' }
const post = (procedure: string) =>
  fetch(`${host.url}/api/team/${procedure}`, { method: 'POST', headers, body: '{}' })
const dataOf = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { result?: { data: unknown } }).result?.data

test('a sign-in uses the browser’s cookies and address, not the bundle’s, and the session cookie bypasses the bundle', async () => {
  const answer = await post('signIn')
  expect(host.identity.signIn).toEqual({ cookie, clientAddress: '10.1.1.1' })
  expect(answer.headers.getSetCookie()).toEqual(['mall_session=ana; Path=/; HttpOnly'])
  // Later service calls of the same call run as the account that signed in.
  expect(await dataOf(answer)).toEqual({ setCookies: [], addresses: ['of ana'] })
})

test('a bundle’s service calls belong to the browser’s trace', async () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
  const traceparent = `00-${traceId}-00f067aa0ba902b7-01`
  const signedIn = { cookie: 'mall_session=ana', traceparent }
  await fetch(`${host.url}/api/team/addresses`, { headers: signedIn })
  expect(host.identity.traceparent).toContain(traceId)
})

test('a bundle cannot exchange a session for a token', async () => {
  const before = host.identity.calls
  expect((await post('exchange')).status).toBe(500)
  expect(host.identity.calls - before).toBeLessThanOrEqual(1) // the host's own
})

test('a bundle receives no token and no cookies but its own', async () => {
  const answer = await fetch(`${host.url}/api/team/context`, { headers })
  const context = await dataOf(answer)
  expect(context).toMatchObject({ actor: { id: 'guest' }, cookies: { thing: 'red' } })
  expect(JSON.stringify(context)).not.toMatch(/mall_session|eyJ|blue|green|10\.1\.1\.1/)
})

test('a bundle’s cookie carries the name of its micro frontend', async () => {
  expect((await post('remember')).headers.getSetCookie()).toEqual([
    'bff_team_thing=red; Max-Age=60; Path=/; HttpOnly; SameSite=Lax',
  ])
})
