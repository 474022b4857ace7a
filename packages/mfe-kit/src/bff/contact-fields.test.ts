import { expect, test } from 'vitest'
import { z } from 'zod'
import { bffCatalogsOf, kitFolder } from '../messages/catalogs.ts'
import { addressFields, checkAddressFields, emailField, nameField } from './contact-fields.ts'
import { textOf } from './message-reference.ts'

const form = z.object({ email: emailField, name: nameField })
const address = z.object({ email: emailField, ...addressFields }).superRefine(checkAddressFields)

const text = textOf({ catalog: bffCatalogsOf(kitFolder)['en'], locale: 'en-IE' })

const messagesOf = (schema: z.ZodType, given: object) =>
  schema.safeParse(given).error?.issues.map(({ path, message }) => `${path.join('.')}: ${text(message)}`)

test('case and surrounding spaces are accepted', () => {
  expect(messagesOf(form, { email: ' Ada@Example.test', name: 'Ada  Lovelace ' })).toBeUndefined()
})

test('an undeliverable e-mail address is refused at the form with a reason', () => {
  expect(messagesOf(form, { email: 'jörg@example.test', name: 'Jörg' })?.[0]).toMatch(/letters such as ä/)
  expect(messagesOf(form, { email: 'a,b@example.test', name: 'Ab' })?.[0]).toMatch(/such as ada@example/)
})

test('every invalid field of an address gets its message at once, in the order of the form', () => {
  const given = { email: 'ada', name: 'Ada', line1: 'Road 1', country: 'US', postcode: '941', city: '' }
  expect(messagesOf(address, given)).toEqual([
    'email: Enter an e-mail address such as ada@example.org.',
    'postcode: Enter a postcode such as 94103.',
    'city: Enter a city.',
    'region: Enter the state.',
  ])
})

test('an address in any common notation is accepted', () => {
  const given = {
    email: 'a@b.test',
    name: 'Ada',
    line1: 'Road 1',
    country: 'DE',
    postcode: 'D-10115',
    city: 'Berlin',
  }
  expect(messagesOf(address, given)).toBeUndefined()
})
