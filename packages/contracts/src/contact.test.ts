import { expect, test } from 'vitest'
import {
  type AddressFields,
  emailKey,
  nameProblem,
  readAddress,
  readEmail,
  readLine,
  readPostcode,
} from './contact.ts'
import { countries, countryCodes, marketOf } from './markets.ts'

test.each([
  [' Ada@Example.test ', 'ada@example.test'],
  ["o'brien+mall@sub.example.test", "o'brien+mall@sub.example.test"],
  ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
  ['ada@example.test\u200B', 'ada@example.test'],
])('%o is the e-mail address %s', (typed, email) => {
  expect(readEmail(typed)).toBe(email)
  expect(readEmail(email)).toBe(email)
})

test.each([
  'a,b@example.test',
  'jörg@example.test',
  'a@b.test, c@d.test',
  'a@b.test\r\nBcc: all@b.test',
  'ada',
  'ada@localhost',
  '@example.test',
  '.ada@example.test',
  `${'a'.repeat(65)}@example.test`,
  'a..b@example.test',
  'ada@-example.test',
  'ada@127.0.0.1',
  `${'a'.repeat(250)}@example.test`,
])('%o is no address that mail can be sent to everywhere', (typed) => {
  expect(readEmail(typed)).toBeUndefined()
})

test('an address saved before the rule is still compared, without case or space', () => {
  expect(emailKey(' Jörg@Example.test')).toBe('jörg@example.test')
})

test.each([
  ['D-10115', 'DE', '10115'],
  ['de 10115', 'DE', '10115'],
  ['１０１１５', 'DE', '10115'],
  ['١٠١١٥', 'DE', '10115'],
  ['\u202A10115\u202C', 'DE', '10115'],
  ['A-1010', 'AT', '1010'],
  ['f 75001', 'FR', '75001'],
  ['sw1a1aa', 'GB', 'SW1A 1AA'],
  ['1012ab', 'NL', '1012 AB'],
  ['nl-1012 ab', 'NL', '1012 AB'],
  ['m5v2t6', 'CA', 'M5V 2T6'],
  ['941031234', 'US', '94103-1234'],
  ['00001', 'PL', '00-001'],
  ['d6w xy00', 'IE', 'D6W XY00'],
])('%s in %s is printed as %s', (typed, country, printed) => {
  expect(readPostcode(typed, country)).toBe(printed)
})

test.each([
  ['1011', 'DE'],
  ['A-10115', 'DE'],
  ['10115x', 'DE'],
  ['SW1A', 'GB'],
  ['abc', 'US'],
])('%s is no postcode in %s', (typed, country) => {
  expect(readPostcode(typed, country)).toBeUndefined()
})

test('the example of each country is its own printed form, also with the country’s prefix', () => {
  const examples = countryCodes.flatMap((code) => {
    const example = marketOf(code)?.postcode?.example
    return example ? { code, example } : []
  })
  expect(examples.map(({ code, example }) => readPostcode(example, code))).toEqual(
    examples.map(({ example }) => example),
  )
  expect(examples.map(({ code, example }) => readPostcode(`${code}-${example}`, code))).toEqual(
    examples.map(({ example }) => example),
  )
})

const good: AddressFields = {
  name: ' Grace  Hopper',
  line1: 'Harbour Road 7',
  line2: '',
  city: 'Hamburg',
  region: '',
  postcode: 'D-20457',
  country: 'de',
  phone: '+49 (40) 123456-7 x12',
}

test('readAddress returns the normal form', () => {
  expect(readAddress(good)).toEqual({
    address: { ...good, name: 'Grace Hopper', postcode: '20457', country: 'DE' },
    problems: {},
    slips: {},
  })
})

test('an undeliverable field is a problem; one that looks mistyped is a slip', () => {
  const bad = {
    ...good,
    name: ' ',
    line1: 'x'.repeat(121),
    line2: 'a\u0000b',
    country: 'ZZ',
    phone: 'call me',
  }
  expect(readAddress(bad)).toMatchObject({
    problems: { name: 'missing', line1: 'too-long', line2: 'unprintable', country: 'not-served' },
    slips: { phone: 'malformed' },
  })
  expect(readAddress({ ...good, postcode: '204', phone: '' })).toMatchObject({
    address: { postcode: '204' },
    problems: {},
    slips: { postcode: 'malformed' },
  })
})

test('a region is required only where the market names one', () => {
  const asking = countryCodes.filter(
    (country) => readAddress({ ...good, country }).slips.region === 'missing',
  )
  expect(asking).toEqual(['CA', 'US'])
  expect(Object.keys(countries)).toHaveLength(32)
})

test('a name is a line of 1 to 120 characters', () => {
  expect([nameProblem('Ada'), nameProblem(''), nameProblem('a\rb'), nameProblem('a'.repeat(121))]).toEqual([
    undefined,
    'missing',
    'unprintable',
    'too-long',
  ])
})

test('what copied text brings along unseen is in no address: direction marks around a phone number, and in a name', () => {
  const { address, problems, slips } = readAddress({
    name: 'Ada \u202Enoryb',
    line1: 'Gartenstraße 4',
    line2: '',
    city: 'Berlin\u200B',
    region: '',
    postcode: '10115',
    country: 'DE',
    phone: '\u202D+49 30 ١٢٣٤٥٦٧\u202C',
  })
  expect({ problems, slips }).toEqual({ problems: {}, slips: {} })
  expect(address).toMatchObject({ name: 'Ada noryb', city: 'Berlin', phone: '+49 30 1234567' })
})

test('joiners of emoji and of Persian names stay', () => {
  expect(readLine('👩\u200D👧 می\u200Cخواهم')).toBe('👩\u200D👧 می\u200Cخواهم')
})
