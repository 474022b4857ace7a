import { marketOf } from './markets.ts'

// One rule for each fact about a person. What one of these functions lets in is good wherever it is used later: on a
// parcel, in a mail's header, in an order's look-up.

const longestLine = 120
const longestEmail = 254

/** Local part and domain as better-auth and every SMTP server take them; a domain in other letters is encoded before. */
const emailPattern =
  /^(?:[a-z0-9_'+-]+\.)*[a-z0-9_'+-]*[a-z0-9_+-]@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/

/**
 * The normal form of an e-mail address: trimmed, lower-case, its domain in ASCII (`Ada@Bücher.example` →
 * `ada@xn--bcher-kva.example`). Nothing when mail cannot be sent to it everywhere, which includes local parts outside of
 * ASCII (RFC 6531).
 */
export function readEmail(text: string): string | undefined {
  const typed = text.trim().normalize('NFKC').toLowerCase()
  const at = typed.lastIndexOf('@')
  const email = `${typed.slice(0, at)}@${asciiDomain(typed.slice(at + 1))}`
  return at > 0 && email.length <= longestEmail && emailPattern.test(email) ? email : undefined
}

/** What two addresses are compared by; also for addresses of before `readEmail`, which it would refuse. */
export const emailKey = (text: string): string => readEmail(text) ?? text.trim().toLowerCase()

function asciiDomain(domain: string): string {
  if (/^[a-z0-9.-]*$/.test(domain) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return domain
  const url = `http://${domain}`
  return URL.canParse(url) ? new URL(url).hostname : domain
}

/** One line of text as it is kept: composed characters, no space around it, single spaces inside. */
export const readLine = (text: string): string =>
  text
    .normalize('NFC')
    .trim()
    .replace(/[\p{Zs}\t]+/gu, ' ')

/** Why a line of text cannot be kept. `malformed`: it is not written as such a thing is in that country. */
export type ContactProblem = 'missing' | 'too-long' | 'unprintable' | 'not-served' | 'malformed'

/** What is wrong with a person's name; nothing when it is good. */
export const nameProblem = (name: string): ContactProblem | undefined => lineProblem(name, true)

export type AddressFields = {
  name: string
  line1: string
  line2: string
  city: string
  region: string
  postcode: string
  country: string
  phone: string
}
export type AddressProblems = Partial<Record<keyof AddressFields, ContactProblem>>

const required: ReadonlySet<string> = new Set(['name', 'line1', 'city', 'postcode', 'country'])

/**
 * The normal form of an address, and what is wrong with it.
 * `problems` keep a parcel from being sent at all: services refuse them. `slips` look like mistakes of typing: forms
 * refuse them as well, and addresses that were saved before there was a form for them stay usable.
 */
export function readAddress(given: AddressFields): {
  address: AddressFields
  problems: AddressProblems
  slips: AddressProblems
} {
  const country = readLine(given.country).toUpperCase()
  const postcode = readPostcode(given.postcode, country)
  const address: AddressFields = {
    name: readLine(given.name),
    line1: readLine(given.line1),
    line2: readLine(given.line2),
    city: readLine(given.city),
    region: readLine(given.region),
    postcode: postcode ?? readLine(given.postcode),
    country,
    phone: readLine(given.phone),
  }
  const problems: AddressProblems = {}
  for (const [field, text] of entriesOf(address)) {
    const problem = lineProblem(text, required.has(field))
    if (problem) problems[field] = problem
  }
  const market = marketOf(country)
  if (!market) problems.country ??= 'not-served'
  const slips: AddressProblems = {
    ...(market?.region && address.region === '' && { region: 'missing' }),
    ...(postcode === undefined && { postcode: 'malformed' }),
    ...(!isPhone(address.phone) && { phone: 'malformed' }),
  }
  return { address, problems, slips }
}

/**
 * A postcode as it is printed in its country, however it was typed: `d-10115` → `10115`, `sw1a1aa` → `SW1A 1AA`. Nothing
 * when it is none there; for countries without a rule the text itself.
 */
export function readPostcode(text: string, country: string): string | undefined {
  const line = readLine(text.normalize('NFKC')).toUpperCase()
  const rule = marketOf(country)?.postcode
  if (!rule || line === '') return line
  const prefix = [country, rule.prefix].find((known) => known !== undefined && line.startsWith(known)) ?? ''
  return inShape(line, rule.shapes) ?? inShape(line.slice(prefix.length), rule.shapes)
}

/** The letters and digits of a text with the spaces and dashes of the first shape that they fit. */
function inShape(text: string, shapes: readonly string[]): string | undefined {
  const characters = text.replace(/[\s-]/g, '')
  const kinds = characters.replace(/[A-Z]/g, 'A').replace(/\d/g, 'N')
  const shape = shapes.find((candidate) => candidate.replace(/[\s-]/g, '') === kinds)
  let next = 0
  return shape?.replace(/[AN]/g, () => characters.charAt(next++))
}

/** Five to fifteen digits (E.164) with what people put between them, and an extension; or nothing at all. */
function isPhone(phone: string): boolean {
  const [number = '', extension = ''] = phone.split(/(?:ext\.?|x|#)/i, 2)
  const digits = number.replace(/\D/g, '').length
  return (
    phone === '' ||
    (/^\+?[\d\s()./-]+$/.test(number) && digits >= 5 && digits <= 15 && /^\s*\d*$/.test(extension))
  )
}

function lineProblem(text: string, isRequired: boolean): ContactProblem | undefined {
  if (text === '') return isRequired ? 'missing' : undefined
  if (text.length > longestLine) return 'too-long'
  return /\p{Cc}/u.test(text) ? 'unprintable' : undefined
}

const entriesOf = (address: AddressFields) => Object.entries(address) as [keyof AddressFields, string][]
