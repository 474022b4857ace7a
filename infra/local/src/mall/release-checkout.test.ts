import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import { readPointer } from '@mallhive/release-runtime/pointer'
import { promote } from '@mallhive/release-runtime/promote'
import { rollback } from '@mallhive/release-runtime/rollback'
import { builtBundle, faultyBucket, publishBundle } from '@mallhive/release-runtime/testing'
import { afterAll, beforeEach, expect, test } from 'vitest'

import { rootDir } from '../paths.ts'
import { type Release, releaseCheckout } from './release-checkout.ts'

const resources = new AsyncDisposableStack()
afterAll(() => resources.disposeAsync())

let bucket: Awaited<ReturnType<typeof faultyBucket>>
beforeEach(async () => {
  bucket = resources.use(await faultyBucket())
})

function built(name: string, version: string, more: Partial<Descriptor> = {}): Release {
  const { dir, descriptor } = builtBundle(name, version, `// ${version}`)
  resources.defer(() => rmSync(dir, { recursive: true }))
  writeFileSync(join(dir, 'release.json'), JSON.stringify({ ...descriptor, ...more }))
  return { name, version, dir, root: join(rootDir, `mfe-${name}`) }
}

const start = (releases: Release[], root = '/home/ana/mall') => releaseCheckout(bucket, { root, releases })
const liveOf = async (name: string) => {
  const pointer = await readPointer(bucket, name)
  return pointer && { stable: pointer.stable, canary: pointer.canary }
}
/** Publishes and promotes as a team does from its own machine. */
async function promoteByBen(version: string, percent = 100) {
  await publishBundle(bucket, 'cart', version, `// ben's ${version}`)
  await promote(bucket, { name: 'cart', version, percent, by: 'ben', why: 'new summary' })
}

test('a start releases the checkout into an empty mall, and a later start releases changes', async () => {
  expect(await start([built('cart', '1.0.0-a')])).toEqual([{ name: 'cart', version: '1.0.0-a' }])
  await start([built('cart', '1.0.0-b')])
  expect(await liveOf('cart')).toEqual({ stable: '1.0.0-b' })
})

test('a release that a team promoted stays live, and the start reports the author', async () => {
  await start([built('cart', '1.0.0-a')])
  await promoteByBen('1.6.0')
  expect(await start([built('cart', '1.0.0-b')])).toMatchObject([
    { name: 'cart', stays: 'cart 1.6.0 stays live: released by ben (new summary)' },
  ])
  expect(await liveOf('cart')).toEqual({ stable: '1.6.0' })
})

test('a release that a team promotes while a start checks its own stays live', async () => {
  await start([built('cart', '1.0.0-a')])
  const checkout = { root: '/home/ana/mall', releases: [built('cart', '1.0.0-b')] }
  const outcomes = await releaseCheckout(bucket, checkout, () => promoteByBen('1.6.0'))
  expect(outcomes).toMatchObject([{ name: 'cart', stays: 'cart changed during this start' }])
  expect(await liveOf('cart')).toEqual({ stable: '1.6.0' })
})

test('a canary stays a canary, beside the version that a start released', async () => {
  await start([built('cart', '1.0.0-a')])
  await promoteByBen('1.6.0', 10)
  const [{ stays } = {}] = await start([built('cart', '1.0.0-b')])
  expect(stays).toContain('cart 1.0.0-a with 1.6.0 as a 10 % canary stays live')
  expect(await liveOf('cart')).toEqual({ stable: '1.0.0-a', canary: { version: '1.6.0', percent: 10 } })
})

test('a version to which a team rolled back stays, even one that a start released', async () => {
  await start([built('cart', '1.0.0-a')])
  await start([built('cart', '1.0.0-b')])
  await rollback(bucket, { name: 'cart', by: 'ben' })
  const [{ stays } = {}] = await start([built('cart', '1.0.0-c')])
  expect(stays).toBe('cart 1.0.0-a stays live: rolled back by ben')
})

test('a pointer, which is public, holds no path of the machine that released', async () => {
  await start([built('cart', '1.0.0-a')])
  expect(JSON.stringify(await readPointer(bucket, 'cart'))).not.toContain('/home')
})

test('a release of another checkout stays live', async () => {
  await start([built('cart', '1.0.0-a')], '/home/ben/mall')
  const [{ stays } = {}] = await start([built('cart', '1.0.0-b')])
  expect(stays).toMatch(
    /^cart 1\.0\.0-a stays live: released by npm start \(built from checkout [\da-f]{12}\)$/,
  )
})

test('a micro frontend that would break a team’s live release is not released, the others are', async () => {
  await start([built('cart', '1.0.0-a'), built('home', '1.0.0-a')])
  await publishBundle(bucket, 'news', '1.0.0', '', { routes: { '/news': 'page' } })
  await promote(bucket, { name: 'news', version: '1.0.0', by: 'ben' })
  const outcomes = await start([
    built('cart', '1.0.0-b', { routes: { '/news': 'page' } }),
    built('home', '1.0.0-b'),
  ])
  expect(outcomes).toMatchObject([
    { name: 'cart', stays: expect.stringContaining('cart 1.0.0-a stays live: cart 1.0.0-b is refused') },
    { name: 'home', version: '1.0.0-b' },
  ])
  expect(await liveOf('cart')).toEqual({ stable: '1.0.0-a' })
})
