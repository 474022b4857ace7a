import { readEmail } from '@mallhive/contracts/contact'
import * as fc from 'fast-check'
import addressparser from 'nodemailer/lib/addressparser/index.js'
import { expect, test } from 'vitest'

test('an address that the checkout accepts is one recipient for the mailer', () => {
  const accepted = fc
    .emailAddress()
    .map(readEmail)
    .filter((email) => email !== undefined)
  const parsed = fc.property(accepted, (email) => {
    expect(addressparser(email)).toEqual([{ name: '', address: email }])
  })
  expect(() => fc.assert(parsed)).not.toThrow()
})
