import type { Locale } from '@mallhive/contracts/locales'
import type { Currency, Flash } from '@mallhive/mfe-kit'
import type { BffErrorData } from '@mallhive/mfe-kit/trpc/bff-calls'
import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'
import type { DocumentJson } from '../document/document-json.ts'
import type { PageContent } from '../document/view.ts'

/** A release as a render process needs it: the same for all documents, so it is sent once. */
export interface HeldRelease {
  assigned: AssignedRelease
  /** The hash of every file that a document may load, by its URL. */
  hashes: Record<string, string>
}

/** The page of an address, or content of the shell itself. */
export type PageToShow =
  | { kind: 'page'; name: string; params: Record<string, string> }
  | Exclude<PageContent, { kind: 'page' | 'browser' }>

/** The result of an expose's loader, for a file such as the sitemap. */
export interface DataToLoad {
  kind: 'data'
  name: string
  props: Record<string, unknown>
}

/** What a document says besides its releases and its view. */
export interface DocumentFields {
  json: Omit<DocumentJson, 'releases' | 'catalogs' | 'hasLinkedData' | 'view'>
  nonce: string
  traceparent: string
  token?: string
}

/** One page to load and render. It holds no cookie, token or address of the shopper: the host makes all calls. */
export interface PageRequest {
  /** Path and query of the address. */
  at: string
  /** The same without the locale's segment. */
  path: string
  locale: string
  lang: Locale
  /** The locales in which the page exists. */
  locales: Locale[]
  currency: Currency
  flash?: Flash
  /** The ids of the assigned releases, by micro frontend. */
  releases: Record<string, string>
  /** Ids of releases whose server code must not run: the browser renders their part. */
  without: string[]
  page: PageToShow | DataToLoad
  /** Whether the queries of the frame are loaded too. */
  withFrame: boolean
  /** Absent for a navigation, which is answered by the view alone. */
  document?: DocumentFields
  /** For the absolute addresses in the page's head. */
  publicOrigin: string
  deadlineMs: number
  /** Whether spans of loaders are exported. */
  traced: boolean
}

/** Messages from the shell to a render process. */
export type HostMessage =
  /** The body is the server bundle; an empty one for a release that only browsers run. */
  | { t: 'release'; n: number; held: HeldRelease; filename: string }
  | { t: 'drop'; id: string }
  | { t: 'page'; id: number; page: PageRequest }
  /** Answers call `n` of a page: the body is the result as JSON, empty for none. */
  | { t: 'answer'; id: number; n: number; error?: { message: string; data?: BffErrorData } }
  | { t: 'cancel'; id: number }
  | { t: 'ping'; n: number }
