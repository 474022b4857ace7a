import { expect, test } from 'vitest'

import { type Change, unexpectedDrift } from './drift.ts'

const changed = (before: object, after: object, more: Partial<Change['change']> = {}): Change => ({
  address: 'module.messaging.aws_sqs_queue.this["orders"]',
  type: 'aws_sqs_queue',
  change: { actions: ['update'], before: { ...before }, after: { ...after }, ...more },
})

test('an attribute that differs from what was applied is drift', () => {
  const change = changed(
    { visibility_timeout_seconds: 30, name: 'a' },
    { visibility_timeout_seconds: 60, name: 'a' },
  )
  expect(unexpectedDrift([change], {})).toEqual([`${change.address} visibility_timeout_seconds`])
})

test('an attribute that the emulator does not give back is none, for its own type only', () => {
  const change = changed({ tags_all: {} }, { tags_all: { project: 'mallhive' } })
  expect(unexpectedDrift([change], { aws_sqs_queue: ['tags_all'] })).toEqual([])
  expect(unexpectedDrift([change], { aws_sns_topic: ['tags_all'] })).toHaveLength(1)
})

test('the same policy in other white space and order is none', () => {
  const change = changed({ policy: '{"a": 1, "b": [2]}' }, { policy: '{"b":[2],"a":1}' })
  expect(unexpectedDrift([change], {})).toEqual([])
})

test('a resource that would be made anew or removed is drift, whatever the emulator forgets', () => {
  const change = changed({ name: 'a' }, { name: 'b' }, { actions: ['delete', 'create'] })
  expect(unexpectedDrift([change], { aws_sqs_queue: ['name'] })).toEqual([
    `${change.address} delete and create`,
  ])
})

test('a value that is unknown because another resource changes is none', () => {
  const change = changed({ policy: '{}' }, {}, { after_unknown: { policy: true } })
  expect(unexpectedDrift([change], {})).toEqual([])
})
