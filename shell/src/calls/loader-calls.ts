import { cookieName } from '@mallhive/contracts/cookies'
import type { Locale } from '@mallhive/contracts/locales'
import { localeHeader } from '@mallhive/mfe-kit/locale-header'
import type { BffTransport, NamedRelease } from '@mallhive/mfe-kit/bff-transport'
import { openDocumentCalls } from '@mallhive/mfe-kit/host/document-calls'
import type { Caller } from '@mallhive/mfe-kit/host/document-calls'
import type { JsonClient } from '@mallhive/mfe-kit/host/json-client'
import { untilAborted } from '@mallhive/mfe-kit/host/until-aborted'
import type { AnswerSources } from './answer-sources.ts'
import type { PublicAnswers, RememberedAnswer, SharedAnswer } from '@mallhive/process-kit/public-answers'
import { openSharedClient } from './shared-client.ts'
import type { SharedProcedures } from './shared-procedures.ts'

export interface LoaderCallsOptions {
  bff: JsonClient
  answers: PublicAnswers
  shared: SharedProcedures
}

/** The document whose loaders call. */
export interface CallingDocument {
  releases: Record<string, NamedRelease>
  /** Headers of calls as this shopper. */
  headers: Record<string, string>
  origin: string
  isPreview: boolean
  hasSession: boolean
  /** The locale of the page's texts. */
  lang: Locale
  /** The locale of its formats. */
  locale: string
  currency: string
  sources: AnswerSources
}

/** Makes a loader's call. Returns the answer as JSON, undefined for one without data. @throws BffError */
export type LoaderCall = (...call: Parameters<BffTransport['call']>) => Promise<string | undefined>

/**
 * Returns the way by which a document's loaders call. Answers that are the same for all shoppers come from memory or are asked
 * for without the shopper; previews share nothing.
 */
export function openLoaderCalls(
  { bff, answers, shared }: LoaderCallsOptions,
  document: CallingDocument,
): (caller: Caller) => LoaderCall {
  const { releases, headers, lang, locale, currency, sources } = document
  const personal = openDocumentCalls({ client: bff, releases, headers })
  const withoutShopper = openDocumentCalls({
    client: openSharedClient(bff),
    releases,
    headers: headersWithoutShopper(document),
  })

  return (caller) => {
    const own = personal(caller)
    return async (mfe, type, path, input) => {
      sources.asked()
      const release = `${mfe}@${releases[mfe]?.version}`
      const isShared =
        type === 'query' && !document.isPreview && shared.isShared(release, path, document.hasSession)
      if (!isShared) return JSON.stringify(await own.call(mfe, type, path, input))
      const key = JSON.stringify([{ mfe, path, input }, release, document.origin, currency, lang, locale])
      const ask = async () => {
        // Others may wait for the answer, so the deadline of this document does not end it.
        const { call } = withoutShopper({ ...caller, signal: AbortSignal.timeout(longestMs) })
        return sharedAnswerOf(await call(mfe, type, path, input))
      }
      const used = (answer?: RememberedAnswer) => answer && sources.gave(key, answer)
      return untilAborted(answers.get(key, ask, used), caller.signal)
    }
  }
}

/** Returns the call that a remembered answer is kept under. */
export function callOfAnswer(key: string): { mfe: string; path: string; input: unknown } {
  return JSON.parse(key)[0]
}

/** The address counts against its limits at the BFF host, which passes it to no procedure. */
function headersWithoutShopper({ headers, origin, lang, currency }: CallingDocument): Record<string, string> {
  const kept = ['x-forwarded-for', 'x-forwarded-host', 'x-request-id']
  return {
    ...Object.fromEntries(Object.entries(headers).filter(([name]) => kept.includes(name))),
    [localeHeader]: lang,
    cookie: `${cookieName('mall_currency', origin)}=${currency}`,
  }
}

function sharedAnswerOf(value: unknown): SharedAnswer {
  if (isSharedAnswer(value)) return value
  throw new Error('the BFF host answered a call without a shopper in the form of a personal one')
}

function isSharedAnswer(value: unknown): value is SharedAnswer {
  return typeof value === 'object' && value !== null && 'keepForSeconds' in value
}

/** Longer than the BFF host's own deadline. */
const longestMs = 5000
