import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AddressFields, emailKey, readAddress, readEmail, readPostcode } from './contact.ts'
import { countryCodes, marketOf } from './markets.ts'

const typedEmail = fc.oneof(
  fc.emailAddress(),
  fc.tuple(fc.string({ minLength: 1 }), fc.domain()).map(([local, domain]) => `${local}@${domain}`),
  fc.constantFrom('ada@bücher.example', 'ＡＤＡ@example.test', 'jörg@example.test', 'a,b@example.test'),
)

test('an e-mail address that is accepted once is accepted for ever, unchanged, and is its own key', () => {
  fc.assert(
    fc.property(typedEmail, fc.constantFrom('', ' ', '\t'), (typed, space) => {
      const email = readEmail(`${space}${typed.toUpperCase()}${space}`)
      if (email === undefined) return
      expect(readEmail(email)).toBe(email)
      expect(emailKey(typed)).toBe(email)
    }),
  )
})

const line = fc.string({ maxLength: 130, unit: 'grapheme' })
const typedAddress: fc.Arbitrary<AddressFields> = fc.record({
  name: line,
  line1: line,
  line2: line,
  city: line,
  region: line,
  postcode: fc.oneof(line, fc.constantFrom('D-10115', 'sw1a1aa', '941031234')),
  country: fc.constantFrom(...countryCodes, 'de', 'ZZ'),
  phone: fc.oneof(line, fc.constantFrom('', '+49 (30) 123456 x7')),
})

test('the normal form of an address has no more problems than the typed one, and is its own normal form', () => {
  fc.assert(
    fc.property(typedAddress, (typed) => {
      const { address, problems, slips } = readAddress(typed)
      expect(readAddress(address)).toEqual({ address, problems, slips })
    }),
  )
})

const postcodes = countryCodes.flatMap((country) =>
  (marketOf(country)?.postcode?.shapes ?? []).map((shape) => ({ country, shape })),
)
const printed = fc.constantFrom(...postcodes).chain(({ country, shape }) => {
  const characters = Array.from(shape, (kind) => {
    if (kind === 'N') return fc.constantFrom(...Array.from('0123456789'))
    return kind === 'A' ? fc.constantFrom(...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')) : fc.constant(kind)
  })
  return fc.tuple(...characters).map((parts) => ({ country, postcode: parts.join('') }))
})

test('a postcode is read from any way to write it: lower case, without or with other spaces, with the country', () => {
  fc.assert(
    fc.property(printed, ({ country, postcode }) => {
      const bare = postcode.replace(/[\s-]/g, '')
      const ways = [
        postcode,
        postcode.toLowerCase(),
        bare,
        ` ${postcode.replace(' ', '  ')} `,
        `${country}-${bare}`,
      ]
      expect(ways.map((way) => readPostcode(way, country))).toEqual(ways.map(() => postcode))
    }),
  )
})
