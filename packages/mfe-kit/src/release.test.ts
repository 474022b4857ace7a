import { expect, test } from 'vitest'
import { devBuild, devVersion, releaseBase, releaseId } from './release.ts'

test('a dev server’s version contains its port and hash, and parses back', () => {
  const build = { port: 4103, hash: '0f9a31c2' }
  const version = devVersion(build)
  expect(version).toBe('0.0.0-dev.4103.0f9a31c2')
  expect(devBuild(version)).toEqual(build)
  expect(releaseBase('cart', version)).toBe('/_mall/dev/4103/0f9a31c2/')
  expect(releaseId('cart', version)).toBe('cart_0_0_0_dev_4103_0f9a31c2')
})

test.each([
  '1.5.0',
  '1.5.0-dev.4103.0f9a31c2',
  '0.0.0-dev.80.0f9a31c2',
  '0.0.0-dev.70000.0f9a31c2',
  '0.0.0-dev.4103.../../etc',
  '0.0.0-dev.04103.',
])('%s is no dev server’s version', (version) => {
  expect(devBuild(version)).toBeUndefined()
  expect(releaseBase('cart', version)).toBe(`/mfe/cart/${version}/`)
})
