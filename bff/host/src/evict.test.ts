import { readFileSync } from 'node:fs'
import { promote } from '@mallhive/release-runtime/promote'
import { publishBundle } from '@mallhive/release-runtime/testing'
import { expect, test } from 'vitest'
import { openTestHost } from './testing.ts'

const code = readFileSync(new URL('../fixtures/faults.cjs', import.meta.url), 'utf8')

test('a canary that keeps failing is taken out of service: its documents reload, the stable version is unaffected', async () => {
  await using host = await openTestHost()
  const ask = (procedure: string, version?: string) =>
    fetch(`${host.url}/api/team/${procedure}`, {
      headers: version ? { 'x-mall-release': `team@${version}` } : {},
    })
  const isCanary = async () => (await (await fetch(`${host.url}/bundles`)).text()).includes('team@2.0.0')
  await publishBundle(host.signing, 'team', '2.0.0', code)
  await promote(host.signing, { name: 'team', version: '2.0.0', percent: 10, by: 'ana' })
  await expect.poll(isCanary, { timeout: 10_000 }).toBe(true)

  let last = new Response()
  for (let fault = 0; fault < 200 && last.status !== 410; fault++) {
    // oxlint-disable-next-line no-await-in-loop -- as one shopper after the other would
    last = await ask('exit', '2.0.0')
    // oxlint-disable-next-line no-await-in-loop -- as one shopper after the other would
    expect((await ask('version')).status).toBe(200)
  }
  const answer: { error: { data: { reason: string } } } = JSON.parse(await last.text())
  expect([last.status, answer.error.data.reason]).toEqual([410, 'RELEASE_GONE'])
  const status: unknown = await (await fetch(`${host.url}/bundles`)).json()
  expect(status).toMatchObject({
    suspended: [{ name: 'team', version: '2.0.0' }],
    faults: expect.arrayContaining([expect.objectContaining({ release: 'team@2.0.0', kind: 'EXITED' })]),
  })
}, 60_000)

test('an RPC that a release does not declare is refused', async () => {
  await using host = await openTestHost({}, { rpcs: [] })
  const answer = await fetch(`${host.url}/api/team/addresses`, { headers: { cookie: 'mall_session=ana' } })
  expect(answer.status).toBe(500)
})
