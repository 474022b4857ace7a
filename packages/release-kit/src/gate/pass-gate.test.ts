import { afterAll, beforeEach, expect, test } from 'vitest'
import { history } from '@mallhive/release-runtime/history'
import { promote } from '@mallhive/release-runtime/promote'
import { publishBundle, faultyBucket, bundleDescriptor } from '@mallhive/release-runtime/testing'
import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import type { Candidate } from './candidate.ts'
import { passGate } from './pass-gate.ts'

let bucket: Awaited<ReturnType<typeof faultyBucket>>
const resources = new AsyncDisposableStack()
afterAll(() => resources.disposeAsync())
beforeEach(async () => {
  bucket = resources.use(await faultyBucket())
  await publishBundle(bucket, 'news', '1.0.0', '')
})

function candidate(more: Partial<Descriptor> = {}): Candidate {
  const bytes = Buffer.from('')
  return { descriptor: { ...bundleDescriptor('shop', '1.0.0', bytes), ...more }, read: async () => bytes }
}

const goLive = () => promote(bucket, { name: 'news', version: '1.0.0', by: 'ana' })
const consuming = candidate({ consumes: ['news/teaser'] })

test('an empty mall can be opened in any order; later, consumed fragments must be live', async () => {
  expect(await passGate(bucket, consuming, {})).not.toHaveProperty('overrode')
  await goLive()
  await expect(passGate(bucket, consuming, { first: true })).rejects.toThrow(/news@1\.0\.0 does not expose/)
  const withUnknown = candidate({ consumes: ['later/teaser'] })
  await expect(passGate(bucket, withUnknown, {})).rejects.toThrow(/no version of later is live/)
  await passGate(bucket, withUnknown, { first: true })
})

test('releases that go live together count as live', async () => {
  await goLive()
  const { descriptor } = candidate()
  const news = { ...descriptor, name: 'news', exposes: { teaser: { js: [], css: [] } } }
  const { skipped } = await passGate(bucket, consuming, { together: [descriptor, news] })
  expect(skipped.map(({ check }) => check)).not.toContain('consumed-fragment')
})

test('without a running mall the gate lists the checks that it skipped', async () => {
  const { skipped } = await passGate(bucket, candidate(), {})
  expect(skipped.map(({ check }) => check)).toEqual(['shared-range'])
})

test('an override needs a reason, which the history keeps with the overridden refusals', async () => {
  await goLive()
  await expect(passGate(bucket, consuming, { override: 'because' })).rejects.toMatchObject({
    reason: 'INVALID',
  })
  const { why, overrode } = await passGate(bucket, consuming, { override: 'the teaser comes on Monday' })
  await publishBundle(bucket, 'shop', '1.0.0', '')
  await promote(bucket, { name: 'shop', version: '1.0.0', by: 'ben', why, overrode })
  expect(await history(bucket, 'shop')).toMatchObject([
    { by: 'ben', why: 'the teaser comes on Monday', overrode: ['consumed-fragment'] },
  ])
})

test('a release that breaks nothing needs no override, and none is recorded', async () => {
  expect(await passGate(bucket, candidate(), { override: 'just to be sure' })).not.toHaveProperty('overrode')
})
