import { readEmail } from '@mallhive/contracts/contact'
import * as fc from 'fast-check'
import addressparser from 'nodemailer/lib/addressparser/index.js'
import { expect, test } from 'vitest'

test('an address that the checkout accepts is one recipient for the mailer', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (typed) => {
      const email = readEmail(typed)
      if (email !== undefined) expect(addressparser(email)).toEqual([{ name: '', address: email }])
    }),
  )
})
