import { expect, test } from 'vitest'
import { z } from 'zod'
import { readConfig } from './config.ts'
import { devPinsAreLocal, devPinsEnv, devPinsProblem } from './dev-pins.ts'

const schema = z
  .object({ PUBLIC_ORIGIN: z.url(), PREVIEW_ORIGIN: z.url().optional(), ...devPinsEnv })
  .refine(devPinsAreLocal, devPinsProblem)
const start = (PUBLIC_ORIGIN: string, DEV_PINS: string) => readConfig(schema, { PUBLIC_ORIGIN, DEV_PINS })

test.each(['http://localhost:4000', 'http://cart.localhost', 'https://127.0.0.1', 'http://[::1]:80'])(
  'DEV_PINS=on starts at %s',
  (origin) => {
    expect(start(origin, 'on').DEV_PINS).toBe('on')
  },
)

test.each([
  'https://mall.example',
  'http://10.0.0.5:4000',
  'http://localhost.example',
  'https://127.0.0.1.nip.io',
  'http://0.0.0.0',
])('DEV_PINS=on refuses to start at %s, and off starts', (origin) => {
  expect(() => start(origin, 'on')).toThrow('DEV_PINS: runs unsigned code')
  expect(start(origin, 'off').DEV_PINS).toBe('off')
})

test('DEV_PINS=on refuses to start in a mall that is open to other machines', () => {
  const open = z.object({ PUBLIC_ORIGIN: z.url(), PREVIEW_PASS: z.string(), ...devPinsEnv })
  const env = { DEV_PINS: 'on', PUBLIC_ORIGIN: 'http://localhost' }
  const read = (PREVIEW_PASS: string) =>
    readConfig(open.refine(devPinsAreLocal, devPinsProblem), { ...env, PREVIEW_PASS })
  expect(read('by-host').DEV_PINS).toBe('on')
  expect(() => read('required')).toThrow('DEV_PINS')
})

test('DEV_PINS=on refuses to start where others reach previews', () => {
  const env = { DEV_PINS: 'on', PUBLIC_ORIGIN: 'http://localhost', PREVIEW_ORIGIN: 'https://preview.example' }
  expect(() => readConfig(schema, env)).toThrow('DEV_PINS')
})
