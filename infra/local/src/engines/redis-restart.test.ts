import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openRedis as connect } from '@mallhive/service-kit/redis'
import { expect, test } from 'vitest'

import { openRedis } from './redis.ts'

/** Redis writes the two changes of a script to its file as one transaction. */
const twoChanges = `redis.call('hset', KEYS[1], 'sku', 1) return redis.call('pexpire', KEYS[1], 60000)`

test.each(['stop', 'kill'] as const)(
  'what a script of a part wrote is there after a restart (%s)',
  async (end) => {
    const stateDir = mkdtempSync(join(tmpdir(), 'redis-restart-'))
    using _ = { [Symbol.dispose]: () => rmSync(stateDir, { recursive: true, force: true }) }
    const options = { stateDir, logDir: stateDir, durable: true, secret: 'test' }
    const before = await openRedis(options)
    {
      await using redis = connect(before.urls.cart)
      await redis.eval(twoChanges, 1, 'cart:of-this-test')
    }
    await before.part?.[end]()
    const after = await openRedis({ ...options, port: before.port })
    try {
      await using redis = connect(after.urls.cart)
      expect(await redis.hget('cart:of-this-test', 'sku')).toBe('1')
    } finally {
      await after.part?.stop()
    }
  },
)
