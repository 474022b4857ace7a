import { expect, test } from 'vitest'
import { historyLine } from './history-line.ts'
import { statusTable } from './status/status-table.ts'

const forged = 'ok\u001b[2J\r\n   9  2026-01-01T00:00:00Z  root  promote  6.6.6\u202e'

test('a reason forges no other entry of the history and gives the terminal no command', () => {
  const change = {
    revision: 2,
    at: '2026-11-27T12:00:00Z',
    by: 'ben',
    action: 'promote',
    stable: '1.1.0',
  } as const
  const line = historyLine({ ...change, why: forged })
  expect(line).not.toMatch(/[\p{Cc}\u202e]/u)
  expect(line).toMatch(/^ {3}2 .*\(ok \[2J {4}9 .*\)$/)
})

test('a problem is one line of the status', () => {
  const lines = statusTable([{ name: 'cart', stable: '1.0.0', failing: [forged], refused: [] }])
  expect(lines).toHaveLength(3)
  expect(lines.join('')).not.toMatch(/[\p{Cc}\u202e]/u)
})
