import { expect, test } from 'vitest'
import { CannotCheck } from '../refusal.ts'
import { resultOf } from './smoke-test.ts'

const pin = 'news@1.1.0'

test('a release whose only page answers 500 has a problem, although nothing of it was seen', () => {
  const looks = [{ path: '/news', shown: false, problems: ['the server answers 500'] }]
  expect(resultOf(pin, looks).problems).toEqual([{ path: '/news', problem: 'the server answers 500' }])
})

test('a problem on one page counts beside pages that show the release', () => {
  const looks = [
    { path: '/', shown: true, problems: [] },
    { path: '/news', shown: false, problems: ['uncaught: no'] },
  ]
  expect(resultOf(pin, looks).problems).toHaveLength(1)
})

test('where no page shows the release and nothing is wrong, it counts as not looked at', () => {
  expect(() => resultOf(pin, [{ path: '/news', shown: false, problems: [] }])).toThrow(CannotCheck)
})
