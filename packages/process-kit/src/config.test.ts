import { expect, test } from 'vitest'
import { z } from 'zod'
import { readConfig } from './config.ts'

const schema = z.object({ DATABASE_URL: z.url(), POOL: z.coerce.number().int().default(10), KEY: z.string() })

test('the error names every bad field, and repeats no value', () => {
  const read = () => readConfig(schema, { DATABASE_URL: 'hunter2', POOL: 'many', KEY: '' })
  expect(read).toThrow(expect.objectContaining({ fields: ['DATABASE_URL', 'POOL', 'KEY'] }))
  expect(read).toThrow(/^(?![^]*hunter2)/)
})

test('an empty variable counts as unset', () => {
  const config = readConfig(schema, { DATABASE_URL: 'postgres://localhost/x', POOL: '', KEY: 'k' })
  expect(config.POOL).toBe(10)
})
