import { history } from '@mallhive/release-runtime/history'
import { promote } from '@mallhive/release-runtime/promote'
import { readPointer } from '@mallhive/release-runtime/pointer'
import { openRegistry } from '@mallhive/release-runtime/registry'
import { retire } from '@mallhive/release-runtime/retire'
import { rollback } from '@mallhive/release-runtime/rollback'
import { faultyBucket, publishBundle } from '@mallhive/release-runtime/testing'
import { expect, test } from 'vitest'
import { checkRetirement } from './check-retirement.ts'
import { readLiveMall } from './read-live-mall.ts'

async function goLive(bucket: Awaited<ReturnType<typeof faultyBucket>>, name: string, more = {}) {
  await publishBundle(bucket, name, '1.0.0', 'module.exports = {}', more)
  await promote(bucket, { name, version: '1.0.0', by: 'ana' })
}

test('a micro frontend is not retired while a live release shows its fragment or its own pages would be missing', async () => {
  await using bucket = await faultyBucket()
  await goLive(bucket, 'gifts', { routes: { '/gifts': 'page' } })
  await goLive(bucket, 'news', { consumes: ['gifts/picks'] })
  const problems = async (gone: boolean) =>
    checkRetirement('gifts', await readLiveMall(bucket, {}), { gone }).map(({ problem }) => problem)
  expect(await problems(false)).toEqual([
    'news@1.0.0 shows gifts/picks',
    '/gifts is live and would answer 404',
  ])
  await retire(bucket, { name: 'news', by: 'ben' })
  expect(await problems(true)).toEqual([])
})

test('a retired micro frontend is not served, stays in the history, and returns with a rollback', async () => {
  await using bucket = await faultyBucket()
  await goLive(bucket, 'gifts')
  await using registry = await openRegistry({ ...bucket, kind: 'ssr', run: async () => ({}) })
  expect(Object.keys(registry.assign(0))).toEqual(['gifts'])
  await retire(bucket, { name: 'gifts', by: 'ben', why: 'the season is over' })
  await registry.poll()
  expect(registry.assign(0)).toEqual({})
  expect(await history(bucket, 'gifts')).toMatchObject([
    { action: 'retire', by: 'ben' },
    { action: 'promote' },
  ])
  await expect(retire(bucket, { name: 'gifts', by: 'ben' })).rejects.toMatchObject({ reason: 'NOTHING_LIVE' })

  await rollback(bucket, { name: 'gifts', by: 'ana' })
  await registry.poll()
  expect(Object.keys(registry.assign(0))).toEqual(['gifts'])
  expect(await readPointer(bucket, 'gifts')).not.toHaveProperty('retired')
})
