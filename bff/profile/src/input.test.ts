import { readEmail } from '@mallhive/contracts/contact'
import { emailField } from '@mallhive/mfe-kit/bff/contact-fields'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { knownEmail } from './input.ts'

test('an address that the sign-up and the checkout accept is accepted at sign-in and look-up, as the same address', () => {
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), fc.constant('Ada@bücher.example')), (typed) => {
      if (!emailField.safeParse(typed).success) return
      expect(knownEmail.parse(typed)).toBe(readEmail(typed))
      // The rule of better-auth, which creates the accounts.
      expect(z.email().safeParse(readEmail(typed)).success).toBe(true)
    }),
  )
})
