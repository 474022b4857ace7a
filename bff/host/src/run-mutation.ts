import type { BffContext, BffModule } from '@mallhive/mfe-kit/bff'

export type Outcome =
  | { ok: true; result: unknown }
  | { ok: false; errors: Record<string, string>; formError?: string }

interface Answer {
  result?: { data?: unknown }
  error?: { message: string; data?: { fields?: Record<string, string> } }
}

/** Calls one mutation the way the browser's client would, and reads its answer. */
export async function runMutation(
  module: BffModule,
  context: BffContext,
  endpoint: string,
  procedure: string,
  input: object,
): Promise<Outcome> {
  const headers = { 'content-type': 'application/json' }
  const url = `http://bff${endpoint}/${encodeURIComponent(procedure)}`
  const request = new Request(url, { method: 'POST', headers, body: JSON.stringify(input) })
  const response = await module.handle(request, context, endpoint)
  const { result, error }: Answer = await response.json()
  if (!error) return { ok: true, result: result?.data }
  const errors = error.data?.fields ?? {}
  return Object.keys(errors).length > 0
    ? { ok: false, errors }
    : { ok: false, errors, formError: error.message }
}
