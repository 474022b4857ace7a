import { expect, test } from 'vitest'
import { cardErrors, providerErrors } from './card-errors.ts'

const now = new Date('2026-11-22')
const fieldsAtFault = (change: Record<string, string>) => {
  const form = new FormData()
  const good = { number: '4242 4242 4242 4242', expiry: '08/29', cvc: '123', name: 'Ada' }
  for (const [name, value] of Object.entries({ ...good, ...change })) form.set(name, value)
  return Object.keys(cardErrors(form, now))
}

test('a valid card passes in any notation of its number and expiry', () => {
  for (const expiry of ['8/29', '0829', '08 / 2029', '11/26']) expect(fieldsAtFault({ expiry })).toEqual([])
  expect(fieldsAtFault({ number: '4242-4242-4242-4242' })).toEqual([])
})

test('each error is reported at its field', () => {
  expect(fieldsAtFault({ number: '4242 4242 4242 4241' })).toEqual(['number'])
  for (const expiry of ['13/29', '10/26', '', '0/30']) expect(fieldsAtFault({ expiry })).toEqual(['expiry'])
  expect(fieldsAtFault({ cvc: '12', name: ' ' })).toEqual(['cvc', 'name'])
})

test.each(['__proto__', 'constructor', 'toString', 'unheard_of'])(
  'a code of the address that is no code of the provider has the general error: %s',
  (code) => {
    expect(providerErrors({ code, field: code })).toEqual({ number: 'refused' })
  },
)
