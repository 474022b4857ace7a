import type { BffContext } from '../bff.ts'

/** Returns the context of a procedure under test: a visitor without a session, and no services. @param more replaces fields */
export function testBffContext(more: Partial<BffContext> = {}): BffContext {
  return {
    client: () => {
      throw new Error('no services here')
    },
    sessionUnknown: false,
    consents: [],
    startGuest: () => Promise.reject(new Error('a guest was started')),
    cookies: {},
    setCookie: () => {},
    locale: 'en-IE',
    lang: 'en',
    currency: 'EUR',
    publicOrigin: 'http://mall.test',
    requestId: 'r',
    signal: new AbortController().signal,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    forgetOn: () => {},
    doNotRemember: () => {},
    ...more,
  }
}
