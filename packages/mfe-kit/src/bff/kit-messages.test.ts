import { expect, test } from 'vitest'
import { gapsOf, kitFolder } from '../messages/catalogs.ts'

test('the kit’s German messages are whole', () => {
  expect(gapsOf(kitFolder, 'de')).toEqual({ missing: [], differing: {} })
})
