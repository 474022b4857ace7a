import type { Consent } from '@mallhive/contracts/consents'
import type { Locale } from '@mallhive/contracts/locales'
import type { Currency, Flash } from '@mallhive/mfe-kit'
import type { Caller } from '@mallhive/mfe-kit/host/document-calls'
import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import type { AnswerSources } from '../calls/answer-sources.ts'
import type { LoaderCall } from '../calls/loader-calls.ts'
import type { Overview } from '../console/overview.ts'
import type { PagePins } from './pins/resolve-pins.ts'

/** The state of one request that page, loaders and frame share. */
export interface RequestScope {
  /** The page: the requested address without the locale's segment. */
  url: URL
  /** The requested address. */
  address: URL
  /** The origin of the requested host: the shoppers' or the preview host. */
  origin: string
  /** The client's address, of IPv6 its /64; and those of others who wait for the same document. */
  clientAddresses: Set<string>
  nonce: string
  /** BCP 47, for formatting: `en-IE`. */
  locale: string
  /** The locale of texts and address. */
  lang: Locale
  currency: Currency
  theme?: 'light' | 'dark'
  /** Whether the document may report: the shopper's choice, or `refused` by a header of the browser. */
  sharing: 'on' | 'off' | 'refused'
  /** What the shopper has agreed to; nothing when the browser refuses. */
  consents: Consent[]
  /** The assignment: one release per micro frontend, for this document and all of its later requests. */
  releases: Record<string, RemoteRelease>
  /** Whether the navigating document must reload: its releases are gone, or its currency is not the visitor's any more. */
  outdated: boolean
  pins?: PagePins
  /** The span of this request; its calls and later calls of the browser are its children. */
  traceparent: string
  /** Headers for requests on the shopper's behalf: session, address and trace. */
  forwardedHeaders: Record<string, string>
  /** Whether the answer is for this request only: with a session, a preview, pins, a refused form, or as a prefetch. */
  isPersonal: boolean
  /** Whether the browser loads the page before the visitor opens it (`Sec-Purpose`). */
  isPrefetch: boolean
  /** The answers that the loaders were given. */
  sources: AnswerSources
  /** Returns how a loader calls BFFs as this shopper. Loaders of one document share requests. */
  calls: (caller: Caller) => LoaderCall
  flash?: Flash
  /** When the document began; undefined for requests that render none. In ms since 1970. */
  servedAtMs?: number
  /** Micro frontends of which a loader or a call failed on the server. */
  failed: Set<string>
  /** Remotes that began rendering and have not finished. */
  unfinished: Set<string>
  /** What the console shows. */
  overview?: Overview
}
