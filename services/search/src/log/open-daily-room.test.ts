import { expect, test } from 'vitest'
import { openDailyRoom } from './open-daily-room.ts'

test('a day has room for so many, and the next day again', () => {
  let nowMs = Date.parse('2030-01-01T23:59:00Z')
  const hasRoom = openDailyRoom(2, () => nowMs)
  expect([hasRoom(), hasRoom(), hasRoom()]).toEqual([true, true, false])
  nowMs += 60_000
  expect([hasRoom(), hasRoom(), hasRoom()]).toEqual([true, true, false])
})
