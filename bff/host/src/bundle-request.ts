import type { FastifyRequest } from 'fastify'
import type { BundleRequest } from './bundle/call-scope.ts'
import type { ParsedCall } from './parse-call.ts'

/** Returns the bundle's request, whose path is built from the parsed names, so that the counted procedures are those that run. */
export function bundleRequest(
  { method, headers, body }: FastifyRequest,
  { mfe, procedures, batch, input }: ParsedCall,
): BundleRequest {
  const endpoint = `/api/${mfe}`
  const search = new URLSearchParams({ ...(batch && { batch: '1' }), ...(input !== null && { input }) })
  return {
    endpoint,
    url: `http://bff${endpoint}/${procedures.join()}?${search}`,
    method,
    // A query has no body, and its answer may be remembered: no header of its caller reaches the bundle.
    contentType: (method === 'POST' && headers['content-type']) || 'application/json',
    body: typeof body === 'string' ? body : undefined,
  }
}
