import { browserCalls } from './browser-calls.ts'
import type { FormWords } from './form-words.ts'
import type { AssignedRelease } from './shell-context.ts'
import { BffError } from './trpc/bff-calls.ts'

export type FormOutcome =
  | { ok: true; result: unknown; redirectTo?: string }
  | { ok: false; errors: Record<string, string>; formError?: string }

/** Runs the mutation behind a form. Never throws: failures are returned as messages for the shopper. */
export async function submitForm(
  bff: string,
  release: AssignedRelease,
  procedure: string,
  fields: Record<string, string>,
  words: FormWords,
): Promise<FormOutcome> {
  // Cart, checkout and account live in a session cookie: without it a success would be forgotten at the next page.
  if (cookiesAreRefused()) return { ok: false, errors: {}, formError: words('form.cookies-refused') }
  try {
    const result = await browserCalls(bff, release)('mutation', procedure, fields)
    return { ok: true, result, redirectTo: redirectOf(result) }
  } catch (error) {
    return { ok: false, ...refusalOf(error, words) }
  }
}

function redirectOf(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null || !('redirectTo' in result)) return undefined
  return typeof result.redirectTo === 'string' ? result.redirectTo : undefined
}

/** Node's `navigator`, in tests, does not say. */
const cookiesAreRefused = () => 'cookieEnabled' in navigator && !navigator.cookieEnabled

function refusalOf(error: unknown, words: FormWords): { errors: Record<string, string>; formError?: string } {
  if (!(error instanceof BffError) || !error.data) return { errors: {}, formError: words('form.unreachable') }
  const { fields = {} } = error.data
  return Object.keys(fields).length > 0 ? { errors: fields } : { errors: {}, formError: error.message }
}
