import { expect, test } from 'vitest'
import { openDailyRoom } from './open-daily-room.ts'

test('a day has room for so many, and the next day again', () => {
  let nowMs = Date.parse('2030-01-01T23:59:00Z')
  const room = openDailyRoom(2, () => nowMs)
  const fill = () =>
    Array.from({ length: 3 }, () => {
      const isLeft = room.isLeft()
      room.take()
      return isLeft
    })
  expect(fill()).toEqual([true, true, false])
  nowMs += 60_000
  expect(fill()).toEqual([true, true, false])
})
