import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { redirect } from '@mallhive/mfe-kit/loader-signals'
import { expect, test } from 'vitest'
import { viewType } from '../document/view.ts'
import { answerPage } from '../server/documents/answer-page.ts'
import { openRequest } from '../server/open-request.ts'
import { nothingLive } from '../server/releases.ts'
import { shopperAt, testRelease, testShellProcess } from '../server/testing.ts'
import { rendersHere } from './testing.ts'

test('a redirect that a long address makes too long is no failure of the release', async () => {
  const shell = await testShellProcess({})
  const page = { js: [], css: [] }
  const release = {
    ...testRelease('profile', '1.0.0'),
    routes: { '/orders/:number': 'page' },
    exposes: { page },
  }
  shell.releases = { ...nothingLive, assign: () => ({ profile: release }) }
  shell.renders = rendersHere(async () => ({
    default: () => null,
    loader: ({ params }) => redirect(`/order-lookup?number=${params['number']}`),
  }))
  const headers = { accept: viewType }
  const req = Object.assign(new IncomingMessage(new Socket()), {
    url: `/orders/${'a'.repeat(3000)}`,
    headers,
  })
  const res = new ServerResponse(req)
  const scope = await openRequest(req, res, shell.releases, '00-1', shopperAt('http://mall.test'))
  await shell.requests.run(scope, () => answerPage(req, res, scope))
  expect(res.statusCode).toBe(414)
  expect(scope.failed).toEqual(new Set())
})
