import { expect, test } from 'vitest'

import { differing } from './generate.ts'

test('the committed files are those that infra/mall.ts and infra/edge/routes.json make', () => {
  expect(differing(), 'npm run infra -- generate writes them').toEqual([])
})
