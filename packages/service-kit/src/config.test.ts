import { expect, test } from 'vitest'
import { z } from 'zod'
import { ConfigError, readConfig } from './config.ts'

const schema = z.object({ DATABASE_URL: z.url(), POOL: z.coerce.number().int().default(10), KEY: z.string() })

test('every bad field is named at once, and no value is repeated', () => {
  const read = () => readConfig(schema, { DATABASE_URL: 'hunter2', POOL: 'many', KEY: '' })
  expect(read).toThrow(ConfigError)
  try {
    read()
  } catch (error) {
    expect(error).toMatchObject({ fields: ['DATABASE_URL', 'POOL', 'KEY'] })
    expect(String(error)).not.toContain('hunter2')
  }
})

test('an empty variable counts as unset', () => {
  const config = readConfig(schema, { DATABASE_URL: 'postgres://localhost/x', POOL: '', KEY: 'k' })
  expect(config.POOL).toBe(10)
})
