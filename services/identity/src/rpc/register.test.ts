import { create } from '@bufbuild/protobuf'
import { RegisterRequestSchema } from '@mallhive/contracts/identity'
import { readConfig } from '@mallhive/process-kit/config'
import { logger } from '@mallhive/process-kit/telemetry'
import { openRedis } from '@mallhive/service-kit/redis'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openAttempts } from '../attempts.ts'
import { configSchema } from '../config.ts'
import type { PasswordTurns } from '../password-turns.ts'
import { openTestIdentity } from '../testing.ts'
import { register } from './register.ts'

test('a registration waits for its hash outside of its transaction', async () => {
  await using opened = await openTestIdentity()
  const { db } = opened
  const config = readConfig(configSchema, opened.env)
  await using redis = openRedis(config.REDIS_URL)
  const open: unknown[] = []
  const passwordTurns: PasswordTurns = {
    async run(_caller, work) {
      const state = sql`datname = current_database() and state like 'idle in transaction%'`
      const { rows } = await db.execute(sql`select count(*)::int open from pg_stat_activity where ${state}`)
      open.push(...rows)
      return work()
    },
  }
  const registering = register({
    db,
    config,
    attempts: openAttempts(redis, logger('test'), config),
    passwordTurns,
  })
  const request = create(RegisterRequestSchema, {
    name: 'Ada',
    email: 'ada@example.test',
    password: 'correct horse battery',
  })
  const { user } = await registering(request, { signal: new AbortController().signal })
  expect(user).toMatchObject({ email: 'ada@example.test' })
  expect(open).toEqual([{ open: 0 }])
})
