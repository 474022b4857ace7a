import { expect, test } from 'vitest'
import { openCalls } from './open-calls.ts'
import { openMarks } from './open-marks.ts'

test('what follows a call runs under the mark of its release, also when answers of two arrive at once', async () => {
  let marked: unknown
  const marks = openMarks((mark) => (marked = mark.split(' ')[1]))
  const calls = openCalls(1, () => {}, marks.bind)
  const under: unknown[] = []
  const loading = ['seller', 'cart'].map((release) =>
    marks.run({ id: 1, release }, async () => {
      const { call } = calls.transport(`${release}/page`, {}, new AbortController().signal)
      await call(release, 'query', 'words', null)
      under.push([release, marked])
    }),
  )
  for (const n of [1, 2]) calls.answered({ t: 'answer', id: 1, n }, Buffer.from('1'))
  await Promise.all(loading)
  expect(under).toEqual([
    ['seller', 'seller'],
    ['cart', 'cart'],
  ])
})
