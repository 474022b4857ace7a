import { expect, test } from 'vitest'
import { mayStartGuest } from './guests.ts'

const origin = 'https://mall.example'

test.each([
  ['a POST of a page', 'POST', { origin, 'sec-fetch-site': 'same-origin' }, true],
  ['a POST of a browser without Sec-Fetch-Site', 'POST', { origin }, true],
  ['a POST without Origin', 'POST', {}, false],
  ['a POST without Origin that claims its site', 'POST', { 'sec-fetch-site': 'same-origin' }, false],
  ['a loader', 'POST', { origin, 'sec-fetch-site': 'none' }, false],
  ['a query', 'GET', { origin, 'sec-fetch-site': 'same-origin' }, false],
])('%s starts a guest or not', (_what, method, headers, may) =>
  expect(mayStartGuest({ method, headers })).toBe(may),
)
