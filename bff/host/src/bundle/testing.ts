import { logger } from '@mallhive/process-kit/telemetry'
import { openBreakers } from './breakers.ts'
import { startBundleProcess } from './bundle-process.ts'
import type { BundleProcess, BundleProcessOptions } from './bundle-process.ts'
import { openCookieBudget } from './cookie-budget.ts'
import { openServiceCalls } from './service-slots.ts'
import type { BundleRequest, CallScope } from './call-scope.ts'

/** Starts a bundle's code in a real process. */
export function startTestProcess(
  code: string,
  more: Partial<BundleProcessOptions> = {},
): Promise<BundleProcess> {
  const options = {
    name: 'team@1.0.0',
    filename: 'main.cjs',
    mostBytes: 256e6,
    startWithinMs: 10_000,
    serviceCalls: openServiceCalls(),
    breakers: openBreakers(logger('test')),
    cookies: openCookieBudget(),
    onRefusedCookie: () => {},
    onLog: () => {},
  }
  return startBundleProcess({ ...options, code, ...more })
}

/** A bundle that calls a service and goes on without its answer; the procedure `optional` gives the call a deadline of its own. */
export const optionalCall = `
  exports.perMinute = {}
  exports.handle = async (request, context) => {
    const timeoutMs = request.url.endsWith('optional') ? 1500 : undefined
    const service = { typeName: 'a.B', methods: [{ name: 'C', localName: 'c', input: message, output: message }] }
    await context.client(service).c({}, { timeoutMs }).catch(() => {})
    return new Response()
  }
  const message = { kind: 'message', typeName: 'x.Empty', file: { edition: 999 }, fields: [], members: [], oneofs: [], field: {} }`

/** The scope of a visitor's call; every function refuses unless `more` overrides it. */
export function testScope(more: Partial<CallScope> = {}): CallScope {
  const refuse = () => Promise.reject(new Error('not in this test'))
  return {
    context: {
      sessionUnknown: false,
      consents: [],
      cookies: {},
      locale: 'en-IE',
      lang: 'en',
      currency: 'EUR',
      publicOrigin: 'http://localhost:4000',
      requestId: 'request-1',
    },
    callRpc: refuse,
    startGuest: refuse,
    setCookie: () => {},
    signal: new AbortController().signal,
    log: logger('test'),
    trace: {},
    ...more,
  }
}

/** A query of one procedure. */
export function callOf(procedure: string): BundleRequest {
  return {
    endpoint: '/api/team',
    url: `http://bff/api/team/${procedure}`,
    method: 'GET',
    contentType: 'application/json',
  }
}
