import { marketOf } from './markets.ts'
import { plainText, withoutUnseen } from './pasted-text.ts'

// One rule for each kind of contact data. A value that one of these functions accepts is valid in every later use: on a
// parcel, in a mail's header, in the look-up of an order.

const longestLine = 120
const longestEmail = 254
/** Longest part before the @ that SMTP guarantees (RFC 5321 4.5.3.1.1). */
const longestLocalPart = 64

/** Local part and domain as better-auth and every SMTP server accept them; non-ASCII domains are encoded before. */
const emailPattern =
  /^(?:[a-z0-9_'+-]+\.)*[a-z0-9_'+-]*[a-z0-9_+-]@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/

/**
 * Returns the normal form of an e-mail address: trimmed, lower-case, its domain in ASCII (`Ada@Bücher.example` →
 * `ada@xn--bcher-kva.example`). Undefined when some mail servers cannot deliver to it, which includes local parts
 * outside of ASCII (RFC 6531).
 */
export function readEmail(text: string): string | undefined {
  const typed = withoutUnseen(text).trim().normalize('NFKC').toLowerCase()
  const at = typed.lastIndexOf('@')
  const email = `${typed.slice(0, at)}@${asciiDomain(typed.slice(at + 1))}`
  const fits = at > 0 && at <= longestLocalPart && email.length <= longestEmail
  return fits && emailPattern.test(email) ? email : undefined
}

/** Returns the key to compare addresses by; also for addresses saved before `readEmail`, which may refuse them. */
export const emailKey = (text: string): string => readEmail(text) ?? text.trim().toLowerCase()

function asciiDomain(domain: string): string {
  if (/^[a-z0-9.-]*$/.test(domain) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return domain
  const url = `http://${domain}`
  return URL.canParse(url) ? new URL(url).hostname : domain
}

/**
 * Returns the normal form of a line of text: composed characters (NFC), trimmed, single spaces, without what copying brings along
 * unseen. A mark of direction would reverse what stands after the line, on a parcel as well.
 */
export const readLine = (text: string): string =>
  withoutUnseen(text)
    .normalize('NFC')
    .trim()
    .replace(/[\p{Zs}\t]+/gu, ' ')

/** Why a field is invalid. `malformed`: not in the format of that country. */
export type ContactProblem = 'missing' | 'too-long' | 'unprintable' | 'not-served' | 'malformed'

/** Returns the problem of a person's name, undefined when it is valid. */
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
 * Returns the normal form of an address, in the order of forms, and its problems by field. `problems` make delivery
 * impossible: services refuse them. `slips` look like typing errors: only forms refuse them, so that addresses saved
 * before stay usable.
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
    postcode: postcode ?? readLine(given.postcode),
    city: readLine(given.city),
    region: readLine(given.region),
    country,
    phone: readLine(plainText(given.phone)),
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
 * Returns a postcode as printed in its country, from any notation: `d-10115` → `10115`, `sw1a1aa` → `SW1A 1AA`.
 * Undefined when it is invalid there; the text itself for countries without a rule.
 */
export function readPostcode(text: string, country: string): string | undefined {
  const line = readLine(plainText(text)).toUpperCase()
  const rule = marketOf(country)?.postcode
  if (!rule || line === '') return line
  const prefix = [country, rule.prefix].find((known) => known !== undefined && line.startsWith(known)) ?? ''
  return inShape(line, rule.shapes) ?? inShape(line.slice(prefix.length), rule.shapes)
}

/** Returns the text's letters and digits with the spaces and dashes of the first matching shape. */
function inShape(text: string, shapes: readonly string[]): string | undefined {
  const characters = text.replace(/[\s-]/g, '')
  const kinds = characters.replace(/[A-Z]/g, 'A').replace(/\d/g, 'N')
  const shape = shapes.find((candidate) => candidate.replace(/[\s-]/g, '') === kinds)
  let next = 0
  return shape?.replace(/[AN]/g, () => characters.charAt(next++))
}

/** Whether the text is empty or five to fifteen digits (E.164) with common separators and an extension. */
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
