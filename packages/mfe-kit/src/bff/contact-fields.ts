import {
  type AddressFields,
  nameProblem,
  readAddress,
  readEmail,
  readLine,
} from '@mallhive/contracts/contact'
import { marketOf } from '@mallhive/contracts/markets'
import { z } from 'zod'

// Form fields with the rules of contracts/contact, which the services apply, and with messages for shoppers. The fields
// only validate; the services store the normal form.

/** An e-mail address that mail can be sent to. */
export const emailField = z.string().superRefine((text, context) => {
  if (readEmail(text) === undefined) context.addIssue({ code: 'custom', message: emailMessage(text) })
})

/** Returns the message for an e-mail address that cannot be used. */
export const emailMessage = (text: string): string =>
  /[^\p{ASCII}].*@/u.test(text)
    ? 'We can’t send mail to addresses with letters such as ä or é before the @. Please enter another address.'
    : 'Enter an e-mail address such as ada@example.org.'

/** A person's name. */
export const nameField = z.string().superRefine((text, context) => {
  const problem = nameProblem(readLine(text))
  if (problem) context.addIssue({ code: 'custom', message: messageOf('name', problem, '') })
})

/** The fields of an address form; `checkAddressFields` validates them. */
export const addressFields = {
  name: z.string().default(''),
  line1: z.string().default(''),
  line2: z.string().default(''),
  city: z.string().default(''),
  region: z.string().default(''),
  postcode: z.string().default(''),
  country: z.string().default(''),
  phone: z.string().default(''),
}

/** For `superRefine`: adds an issue for every field that would stop a parcel or looks mistyped. */
export function checkAddressFields(given: AddressFields, context: z.RefinementCtx): void {
  const { address, problems, slips } = readAddress(given)
  const messages = addressMessages({ ...slips, ...problems }, address.country)
  for (const [field, message] of Object.entries(messages))
    context.addIssue({ code: 'custom', path: [field], message })
}

/** Returns the message for each field of an address, by the `ContactProblem` of a form or a service. */
export function addressMessages(problems: Record<string, string>, country: string): Record<string, string> {
  const fields = Object.entries(problems)
  return Object.fromEntries(fields.map(([field, problem]) => [field, messageOf(field, problem, country)]))
}

function messageOf(field: string, problem: string, country: string): string {
  if (problem === 'too-long') return 'Please keep this under 120 characters.'
  if (problem === 'unprintable') return 'Please remove characters that can’t be printed.'
  const { region = 'region', postcode } = marketOf(country) ?? {}
  if (field === 'region') return `Enter the ${region}.`
  if (field === 'postcode' && problem === 'malformed' && postcode)
    return `Enter a postcode such as ${postcode.example}.`
  return messages[field] ?? 'Please check this.'
}

const messages: Record<string, string> = {
  name: 'Enter a name.',
  line1: 'Enter a street and number.',
  city: 'Enter a city.',
  country: 'Choose a country.',
  postcode: 'Enter a postcode.',
  phone: 'Enter a phone number such as +49 30 123456.',
}
