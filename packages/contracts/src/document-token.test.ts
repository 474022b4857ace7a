import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { readDocumentToken, signDocument } from './document-token.ts'

const key = 'a-key-that-shell-and-release-health-share'
const served = {
  document: randomUUID(),
  releases: { home: '2.0.0', cart: '1.5.0' },
  rate: 0.5,
  servedAtMs: 1_900_000_000_000,
}
const token = signDocument(served, key)

test('a token proves which document was served when, and with which releases in any order', () => {
  const releases = { cart: '1.5.0', home: '2.0.0' }
  expect(readDocumentToken(token, { releases, rate: 0.5 }, [key])).toEqual({ ...served, releases })
})

test('a token under a key that is being rotated out proves as much', () => {
  expect(readDocumentToken(token, served, ['the-next-key', key])).toEqual(served)
})

test.each([
  ['other releases', token, { cart: '1.6.0', home: '2.0.0' }, key],
  ['fewer releases', token, { cart: '1.5.0' }, key],
  ['another key', token, served.releases, 'another-key'],
  ['another document', token.replace(served.document, randomUUID()), served.releases, key],
  ['another time', token.replace(/\.\w+\./, '.abc.'), served.releases, key],
  ['no signature', `${served.document}.abc.`, served.releases, key],
  ['nothing', '', served.releases, key],
])('a token with %s proves nothing', (_what, given, releases, secret) => {
  expect(readDocumentToken(given, { releases, rate: 0.5 }, [secret])).toBeUndefined()
})

test('a report cannot claim to weigh more than its document', () => {
  expect(readDocumentToken(token, { ...served, rate: 0.01 }, [key])).toBeUndefined()
})
