import { fileURLToPath } from 'node:url'
import { gapsOf } from '@mallhive/mfe-kit/messages/catalogs'
import { expect, test } from 'vitest'

test('the German messages are whole', () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  expect(gapsOf(root, 'de')).toEqual({ missing: [], differing: {} })
})
