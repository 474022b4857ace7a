import { readFileSync } from 'node:fs'
import { request } from 'node:http'
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
  // Restarts of the bundle wait longer and longer: how many calls that takes depends on the machine.
  while (last.status !== 410) {
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

test('a canary that cannot start is named, served by no host and taken out of service', async () => {
  await using host = await openTestHost()
  await publishBundle(host.signing, 'team', '2.0.0', 'process.exit(3)')
  await promote(host.signing, { name: 'team', version: '2.0.0', percent: 10, by: 'ana' })
  const status = async () => (await fetch(`${host.url}/bundles`)).json()
  await expect.poll(status, { timeout: 20_000 }).toMatchObject({
    live: [{ name: 'team', stable: '1.0.0' }],
    faults: Array.from({ length: 3 }, () => ({ release: 'team@2.0.0', kind: 'FAILED_TO_START' })),
    suspended: [{ name: 'team', version: '2.0.0', why: expect.stringContaining('exited with code 3') }],
  })
}, 30_000)

test('a version that was never promoted and cannot start is named once a pin has loaded it', async () => {
  await using host = await openTestHost()
  await publishBundle(host.signing, 'team', '2.0.0', 'process.exit(3)')
  const headers = { 'x-mall-release': 'team@2.0.0', host: 'preview.localhost:4000' }
  const { port } = new URL(host.url)
  request({ port, path: '/api/team/version', headers })
    .once('response', (answer) => answer.resume())
    .end()
  const status = async () => (await fetch(`${host.url}/bundles`)).json()
  await expect.poll(status, { timeout: 10_000 }).toMatchObject({
    faults: [{ release: 'team@2.0.0', kind: 'FAILED_TO_START' }],
    suspended: [],
  })
}, 30_000)

test('an RPC that a release does not declare is refused', async () => {
  await using host = await openTestHost({}, { rpcs: [] })
  const answer = await fetch(`${host.url}/api/team/addresses`, { headers: { cookie: 'mall_session=ana' } })
  expect(answer.status).toBe(500)
})
