import type { BffTransport, NamedRelease } from './bff-transport.ts'
import { documentLocale, localeHeader } from './locale-header.ts'
import { softReload } from './soft-reload.ts'
import { documentTraceparent } from './traceparent.ts'
import { BffError, batchedCalls, readResponse } from './trpc/bff-calls.ts'
import type { Call } from './trpc/bff-calls.ts'

const inBrowser = new Map<string, Call>()

/** Returns the browser's caller. One per release and document, so that all its fragments share batches. */
export function browserCalls(mfe: string, release: NamedRelease): Call {
  const call = inBrowser.get(release.id) ?? callsOf(mfe, release)
  inBrowser.set(release.id, call)
  return call
}

/** Returns the transport of a loader that runs in the browser. */
export function browserTransport(releases: Record<string, NamedRelease>): BffTransport {
  return {
    releases,
    async call(mfe, ...call) {
      const release = releases[mfe]
      if (!release) throw new Error(`No release of ${mfe} is live.`)
      return browserCalls(mfe, release)(...call)
    },
  }
}

function callsOf(mfe: string, { version }: NamedRelease): Call {
  const call = batchedCalls(async ({ method, path, body }) => {
    const headers = {
      'x-mall-release': `${mfe}@${version}`,
      [localeHeader]: documentLocale(),
      traceparent: documentTraceparent(),
    }
    const response = await fetch(`/api/${mfe}/${path}`, {
      method,
      headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
      body,
    })
    return readResponse(response.status, await response.text())
  })
  return async (...args) => {
    try {
      return await call(...args)
    } catch (error) {
      // The document's release is no longer kept: all its calls fail.
      if (error instanceof BffError && error.data?.reason === 'RELEASE_GONE') await softReload()
      throw error
    }
  }
}
