import {
  type AddressFields,
  nameProblem,
  readAddress,
  readEmail,
  readLine,
} from '@mallhive/contracts/contact'
import { marketOf } from '@mallhive/contracts/markets'
import { z } from 'zod'
import { msg } from './kit-messages.ts'

// Form fields with the rules of contracts/contact, which the services apply, and with messages for shoppers. The fields
// only validate; the services store the normal form.

/** An e-mail address that mail can be sent to. */
export const emailField = z.string().superRefine((text, context) => {
  if (readEmail(text) === undefined) context.addIssue({ code: 'custom', message: emailMessage(text) })
})

/** Returns the message for an e-mail address that cannot be used. */
export const emailMessage = (text: string): string =>
  /[^\p{ASCII}].*@/u.test(text) ? msg('kit.email.letters') : msg('kit.email', { example: 'ada@example.org' })

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

/** For `superRefine`: adds an issue for every field that would stop a parcel or looks mistyped, in the order of the form. */
export function checkAddressFields(given: AddressFields, context: z.RefinementCtx): void {
  const { address, problems, slips } = readAddress(given)
  const messages = addressMessages({ ...slips, ...problems }, address.country)
  for (const field of Object.keys(address)) {
    const message = messages[field]
    if (message) context.addIssue({ code: 'custom', path: [field], message })
  }
}

/** Returns the message for each field of an address, by the `ContactProblem` of a form or a service. */
export function addressMessages(problems: Record<string, string>, country: string): Record<string, string> {
  const fields = Object.entries(problems)
  return Object.fromEntries(fields.map(([field, problem]) => [field, messageOf(field, problem, country)]))
}

function messageOf(field: string, problem: string, country: string): string {
  if (problem === 'too-long') return msg('kit.field.too-long', { most: 120 })
  if (problem === 'unprintable') return msg('kit.field.unprintable')
  const { region = '', postcode } = marketOf(country) ?? {}
  if (field === 'region') return msg('kit.region', { kind: region })
  if (field === 'postcode' && problem === 'malformed' && postcode)
    return msg('kit.postcode.example', { example: postcode.example })
  return messages[field] ?? msg('kit.field')
}

const messages: Record<string, string> = {
  name: msg('kit.name'),
  line1: msg('kit.street'),
  city: msg('kit.city'),
  country: msg('kit.country'),
  postcode: msg('kit.postcode'),
  phone: msg('kit.phone', { example: '+49 30 123456' }),
}
