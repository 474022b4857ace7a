import { beforeEach, expect, test, vi } from 'vitest'
import type * as Container from './container-runtime.ts'

let container: typeof Container
beforeEach(async () => {
  vi.resetModules()
  container = await import('./container-runtime.ts')
})

const shared = (module: object, loaded = false) => ({
  get: async () => () => module,
  from: 'elsewhere',
  eager: false,
  loaded,
})

test('an expose gets the newest version that its host shares, and later containers the same', async () => {
  const scope = { react: { '19.9.0': shared({ is: 9 }), '19.10.0': shared({ is: 10 }) } }
  await container.load(scope, ['react'])
  expect(container.take('react')).toEqual({ is: 10 })
  expect(scope.react['19.10.0'].loaded).toBe(true)
})

test('a version in use is preferred to a newer one', async () => {
  const scope = { react: { '19.9.0': shared({ is: 9 }, true), '19.10.0': shared({ is: 10 }) } }
  await container.load(scope, ['react'])
  expect(container.take('react')).toEqual({ is: 9 })
})

test('only packages that remotes share are loaded, once, and a missing one is named when it is used', async () => {
  const other = vi.fn<() => Promise<() => object>>()
  const scope = { react: { '19.0.0': shared({}) }, other: { '1.0.0': { ...shared({}), get: other } } }
  await container.load(scope, ['react', 'react-dom'])
  await container.load({ 'react-dom': { '19.0.0': shared({}) } }, ['react-dom'])
  expect(other).not.toHaveBeenCalled()
  expect(() => container.take('react-dom')).toThrow('The host does not share react-dom')
})
