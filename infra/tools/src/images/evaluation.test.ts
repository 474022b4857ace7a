import { expect, test } from 'vitest'

import { bundle } from './bundle.ts'
import { roles } from './roles.ts'

test('the image of the gate is made of no other folders than those whose changes rebuild it', async () => {
  const { inputs } = await bundle('evaluation')
  const own = inputs.filter((file) => !file.includes('node_modules/'))
  expect(own).toContain('services/search/src/judged/german.ts')
  expect(own.filter((file) => !roles.evaluation.madeOf.some((at) => file.startsWith(`${at}/`)))).toEqual([])
})
