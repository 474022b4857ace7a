import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promote } from '@mallhive/release-runtime/promote'
import { faultyBucket, publishBundle } from '@mallhive/release-runtime/testing'
import { afterAll, expect, test } from 'vitest'
import { GET } from '../app/%5Fmall/status.json/route.ts'
import { shellProcess } from './shell-process.ts'
import { openTestShell } from './testing.ts'

const resources = new AsyncDisposableStack()
afterAll(() => resources.disposeAsync())

const secret = 'no stock for ada@example.test'
const answer = {
  bundles: [],
  live: [{ name: 'cart', stable: '0.9.0' }],
  faults: [{ release: 'cart@1.0.0', kind: 'EXITED', message: secret, at: new Date().toISOString() }],
  suspended: [{ name: 'cart', version: '1.0.0', why: `EXITED: ${secret}`, until: Date.now() + 60_000 }],
}

test('the text of a fault, which may contain data of shoppers, is shown to staff and not in status.json', async () => {
  const bff = createServer((_, res) => res.end(JSON.stringify(answer)))
  resources.defer(() => void bff.close())
  await once(bff.listen(0, '127.0.0.1'), 'listening')
  const bucket = resources.use(await faultyBucket())
  await publishBundle(bucket, 'cart', '1.0.0', 'exports.init = () => {}; exports.get = () => () => ({})')
  await promote(bucket, { name: 'cart', version: '1.0.0', by: 'ana' })
  const BFF_URL = `http://127.0.0.1:${(bff.address() as AddressInfo).port}`
  const releases = resources.use(await openTestShell({ ...bucket.env, BFF_URL, RELEASES_POLL_MS: '20' }))
  await expect.poll(() => releases.problems().map(({ detail }) => detail)).toEqual([secret, secret])
  shellProcess().releases = releases
  await expect.poll(() => releases.status().suspended).toHaveLength(1)
  const status = await GET().text()
  expect(status).toContain('its BFF is at fault (EXITED)')
  expect(status).toContain('failed again and again (EXITED)')
  expect(status).not.toContain('ada')
  expect(JSON.parse(status)).toMatchObject({ bffs: answer.live })
})
