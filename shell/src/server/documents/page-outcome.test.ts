import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { redirect } from '@mallhive/mfe-kit/loader-signals'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { openRequest } from '../open-request.ts'
import { nothingLive } from '../releases.ts'
import { shopperAt, testRelease, testShellProcess } from '../testing.ts'
import { runPage } from './page-outcome.ts'

test('a redirect that a long address makes too long is no failure of the release', async () => {
  const shell = await testShellProcess({})
  const page = { js: [], css: [] }
  const release = {
    ...testRelease('profile', '1.0.0'),
    routes: { '/orders/:number': 'page' },
    exposes: { page },
  }
  shell.releases = { ...nothingLive, assign: () => ({ profile: release }) }
  shell.host.load = async () => ({
    default: () => null,
    loader: ({ params }) => redirect(`/order-lookup?number=${params['number']}`),
  })
  const req = Object.assign(new IncomingMessage(new Socket()), { url: `/orders/${'a'.repeat(3000)}` })
  const scope = await openRequest(
    req,
    new ServerResponse(req),
    shell.releases,
    '00-1',
    shopperAt('http://mall.test'),
  )
  const outcome = await shell.requests.run(scope, () => runPage(scope, new QueryClient()))
  expect(outcome).toEqual({ kind: 'failed', status: 414 })
  expect(scope.failed).toEqual(new Set())
})
