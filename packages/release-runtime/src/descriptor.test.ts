import { expect, test } from 'vitest'
import { releaseId } from '@mallhive/mfe-kit/release'
import { parseDescriptor } from './descriptor.ts'
import { bundleDescriptor } from './testing.ts'

const withRpcs = (rpcs: string[]) =>
  JSON.stringify({ ...bundleDescriptor('cart', '1.0.0', Buffer.from('')), rpcs })

test('a descriptor names RPCs as the proto files do', () => {
  const rpcs = ['mallhive.identity.v1.IdentityService/SignIn']
  expect(parseDescriptor(withRpcs(rpcs), 'cart', '1.0.0').rpcs).toEqual(rpcs)
})

test.each(['signIn', 'Sign_In', 'SignIn/', 'SignIn ', ''])(
  'an alias of an RPC that would pass a guard is refused: %j',
  (method) => {
    const alias = withRpcs([`mallhive.identity.v1.IdentityService/${method}`])
    expect(() => parseDescriptor(alias, 'cart', '1.0.0')).toThrow(/rpcs/)
  },
)

test('a micro frontend or an expose with the name of a property of every object is refused', () => {
  const bundle = bundleDescriptor('constructor', '1.0.0', Buffer.from(''))
  expect(() => parseDescriptor(JSON.stringify(bundle), 'constructor', '1.0.0')).toThrow(/name/)
  const exposing = {
    ...bundleDescriptor('cart', '1.0.0', Buffer.from('')),
    exposes: { constructor: { js: [], css: [] } },
  }
  expect(() => parseDescriptor(JSON.stringify(exposing), 'cart', '1.0.0')).toThrow(/exposes/)
})

test('a name that would give a release the id of another team’s is refused', () => {
  expect(releaseId('cart-1', '2.3.4')).toBe(releaseId('cart', '1.2.3-4'))
  const bundle = bundleDescriptor('cart-1', '2.3.4', Buffer.from(''))
  expect(() => parseDescriptor(JSON.stringify(bundle), 'cart-1', '2.3.4')).toThrow(/name/)
})

test.each(['1.5.0-rc-1', '1.5.0-', '1.5.0-rc..1', '1.5.0+1'])(
  'the version %s is refused: another one could have the same id',
  (version) => {
    const bundle = bundleDescriptor('cart', version, Buffer.from(''))
    expect(() => parseDescriptor(JSON.stringify(bundle), 'cart', version)).toThrow(/version/)
  },
)
