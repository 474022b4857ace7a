import { setImmediate as nextRound } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { frameReader, frameWriter } from './frames.mjs'

function openWriter() {
  const writes: unknown[][] = []
  const send = frameWriter((bytes) => {
    const heads: unknown[] = []
    frameReader(
      (head) => heads.push(head),
      (problem) => expect.fail(problem),
    )(bytes)
    writes.push(heads)
  })
  return { writes, send }
}

test('frames that may wait are sent in one write, those of several turns together', async () => {
  const { writes, send } = openWriter()
  for (const n of [1, 2]) setImmediate(() => send({ n }, undefined, true))
  await nextRound()
  expect(writes).toEqual([])
  await nextRound()
  expect(writes).toEqual([[{ n: 1 }, { n: 2 }]])
})

test('a frame that must not wait is sent in its turn, after those that have waited', async () => {
  const { writes, send } = openWriter()
  send({ n: 1 }, undefined, true)
  send({ n: 2 })
  await Promise.resolve()
  expect(writes).toEqual([[{ n: 1 }, { n: 2 }]])
  await nextRound()
  expect(writes).toHaveLength(1)
})
