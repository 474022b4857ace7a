import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const env = { NODE_ENV: 'production', BFF_URL: 'http://127.0.0.1' } as const
const previews = {
  ...env,
  PREVIEWS: 'on',
  DEV_PINS: 'on',
  PREVIEW_ORIGIN: 'http://preview.localhost',
} as const

test('DEV_PINS=on refuses to start with a public origin', () => {
  expect(readConfig({ ...previews, PUBLIC_ORIGIN: 'http://localhost:4000' }).DEV_PINS).toBe('on')
  expect(() => readConfig({ ...previews, PUBLIC_ORIGIN: 'https://mall.example' })).toThrow('DEV_PINS')
})

test('the shell of shoppers reads no variable that allows releases which were never promoted', () => {
  const config = readConfig({ ...previews, PREVIEWS: 'off' })
  expect(config).not.toHaveProperty('PREVIEWS')
  expect(config).not.toHaveProperty('DEV_PINS')
})

test('the shell of previews reads no key for reports and no address of the desk', () => {
  const config = readConfig({ ...previews, BEACON_KEY: 'x'.repeat(32), DESK_URL: 'http://127.0.0.1' })
  expect(config).not.toHaveProperty('BEACON_KEY')
  expect(config).not.toHaveProperty('DESK_URL')
})
