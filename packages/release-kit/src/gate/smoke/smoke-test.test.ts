import { expect, test } from 'vitest'
import { CannotCheck } from '../refusal.ts'
import { resultOf } from './smoke-test.ts'

const pin = 'news@1.1.0'

test('a release whose only page answers 500 has a problem, although the page did not show it', () => {
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

test('without problems and without a page that shows the release, the test does not count', () => {
  expect(() => resultOf(pin, [{ path: '/news', shown: false, problems: [] }])).toThrow(CannotCheck)
})
