import { releaseId } from '@mallhive/mfe-kit/release'
import { logger } from '@mallhive/process-kit/telemetry'
import { promote } from '@mallhive/release-runtime/promote'
import { faultyBucket, publishBundle } from '@mallhive/release-runtime/testing'
import { afterAll, expect, test, vi } from 'vitest'
import type { Releases } from '../releases.ts'
import { openTestShell } from '../testing.ts'
import { evictFaulty } from './evict-faulty.ts'
import { openTestPool } from './testing.ts'

const resources = new AsyncDisposableStack()
afterAll(() => resources.disposeAsync())

const good = 'exports.init = () => {}; exports.get = () => () => ({})'

test('a live release whose code ends its process again and again gives way to the last good one', async () => {
  const bucket = resources.use(await faultyBucket())
  const cart = { name: 'cart', by: 'ana' }
  await publishBundle(bucket, 'cart', '1.5.0', good)
  await promote(bucket, { ...cart, version: '1.5.0' })
  let releases: Releases
  const log = logger('test')
  const pool = resources.use(
    await openTestPool({
      onFault: (...fault) => void evictFaulty({ releases, renders: pool, log }, ...fault),
    }),
  )
  const pause = vi.spyOn(pool, 'pause')
  releases = resources.use(await openTestShell({ ...bucket.env, RELEASES_POLL_MS: '20' }, pool))
  const shown = () => releases.assign(0)['cart']?.version
  expect(shown()).toBe('1.5.0')

  await publishBundle(bucket, 'cart', '1.6.0', `setTimeout(() => process.exit(3), 200); ${good}`)
  await promote(bucket, { ...cart, version: '1.6.0' })
  await expect.poll(shown, { timeout: 10_000 }).toBe('1.6.0')
  await expect.poll(shown, { timeout: 15_000 }).toBe('1.5.0')
  expect(releases.status().suspended).toMatchObject([{ name: 'cart', version: '1.6.0', why: 'page EXITED' }])
  expect(releases.problems().map(({ message }) => message)).toContainEqual(
    expect.stringContaining('its page is at fault (EXITED)'),
  )
  // Kept for a minute more, it would end process after process.
  expect(pause).toHaveBeenCalledWith(releaseId('cart', '1.6.0'), 600_000)
})
