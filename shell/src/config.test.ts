import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('DEV_PINS=on refuses to start with a public origin', () => {
  const env = { NODE_ENV: 'production', BFF_URL: 'http://127.0.0.1', DEV_PINS: 'on' } as const
  expect(readConfig({ ...env, PUBLIC_ORIGIN: 'http://localhost:4000' }).DEV_PINS).toBe('on')
  expect(() => readConfig({ ...env, PUBLIC_ORIGIN: 'https://mall.example' })).toThrow('DEV_PINS')
})
