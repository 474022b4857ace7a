import { readConfig } from '@mallhive/process-kit/config'
import { expect, test } from 'vitest'
import { configSchema } from './config.ts'

test('DEV_PINS=on is refused for a public origin', () => {
  const env = { REDIS_URL: 'redis://localhost', DEV_PINS: 'on' }
  const start = (PUBLIC_ORIGIN: string) => readConfig(configSchema, { ...env, PUBLIC_ORIGIN })
  expect(start('http://localhost:4000').DEV_PINS).toBe('on')
  expect(() => start('https://mall.example')).toThrow('DEV_PINS')
})
