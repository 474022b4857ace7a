import type { CallScope } from './bundle/call-scope.ts'
import type { PickedRelease } from './pick-release.ts'

export type Outcome =
  | { ok: true; result: unknown }
  | { ok: false; errors: Record<string, string>; formError?: string }

interface Answer {
  result?: { data?: unknown }
  error?: { message: string; data?: { fields?: Record<string, string> } }
}

/** Limit for the answer to a form: the host parses it, and all bundles wait meanwhile. */
const mostAnswerBytes = 64 * 1024

/** Calls one mutation as the browser's client does, and parses its answer. @throws Error when it is too large */
export async function runMutation(
  { mfe, bundle }: PickedRelease,
  scope: CallScope,
  procedure: string,
  input: object,
): Promise<Outcome> {
  const endpoint = `/api/${mfe}`
  const request = {
    endpoint,
    url: `http://bff${endpoint}/${encodeURIComponent(procedure)}`,
    method: 'POST',
    contentType: 'application/json',
    body: JSON.stringify(input),
  }
  const { body } = await bundle.call(request, scope)
  if (body.length > mostAnswerBytes)
    throw new Error(`${mfe}/${procedure} answered a form by ${body.length} bytes`)
  const { result, error }: Answer = JSON.parse(body.toString())
  if (!error) return { ok: true, result: result?.data }
  const errors = error.data?.fields ?? {}
  return Object.keys(errors).length > 0
    ? { ok: false, errors }
    : { ok: false, errors, formError: error.message }
}
