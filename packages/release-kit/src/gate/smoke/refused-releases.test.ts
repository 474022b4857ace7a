import { faultyBucket, publishBundle } from '@mallhive/release-runtime/testing'
import { expect, test } from 'vitest'
import { publishedCandidate } from '../candidate.ts'
import { versionsOf } from '../../cli/require-known.ts'
import { passGate } from '../pass-gate.ts'
import { refusedReleases } from './refused-releases.ts'
import { keepResult } from './result.ts'

test('a published release that failed its smoke test is listed until a newer one is live or its micro frontend retires', async () => {
  await using bucket = await faultyBucket()
  for (const version of ['1.0.0', '1.1.0', '1.10.0']) await publishBundle(bucket, 'shop', version, '')
  const problems = [
    { path: '/shop', problem: 'the server answers 500' },
    { path: '/shop', problem: 'console: no' },
  ]
  const result = { at: new Date().toISOString(), paths: ['/shop'], problems }
  await keepResult(bucket.store, { name: 'shop', version: '1.1.0' }, result)
  await keepResult(bucket.store, { name: 'shop', version: '1.10.0' }, { ...result, problems: [] })

  const refused = [{ version: '1.1.0', problem: '/shop: the server answers 500 (and 1 more)' }]
  expect(await refusedReleases(bucket.store, 'shop', undefined)).toEqual(refused)
  expect(await refusedReleases(bucket.store, 'shop', { stable: '1.0.0' })).toEqual(refused)
  expect(await refusedReleases(bucket.store, 'shop', { stable: '1.10.0' })).toEqual([])
  expect(await refusedReleases(bucket.store, 'shop', { stable: '1.0.0', retired: true })).toEqual([])
  await expect(passGate(bucket, await publishedCandidate(bucket, 'shop', '1.1.0'), {})).rejects.toThrow(
    /shop 1\.1\.0 is published, so its version is used up/,
  )
})

test('versions whose hash is a number with a leading zero are ordered like others', async () => {
  await using bucket = await faultyBucket()
  const versions = ['1.0.0-02885916', '1.0.0', '1.1.0-01']
  for (const version of versions) await publishBundle(bucket, 'shop', version, '')
  const result = { at: new Date().toISOString(), paths: ['/shop'] }
  const problems = [{ path: '/shop', problem: 'the server answers 500' }]
  await keepResult(bucket.store, { name: 'shop', version: '1.1.0-01' }, { ...result, problems })

  const refused = [{ version: '1.1.0-01', problem: '/shop: the server answers 500' }]
  expect(await refusedReleases(bucket.store, 'shop', { stable: '1.0.0-02885916' })).toEqual(refused)
  expect(await versionsOf(bucket.store, 'shop')).toEqual(versions.toReversed())
})
