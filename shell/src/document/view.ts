import type { Consent } from '@mallhive/contracts/consents'
import type { DehydratedState } from '@tanstack/react-query'

/** The head elements of a page. */
export interface Head {
  title: string
  /** The language of the title, where it is not the page's. */
  titleLang?: string
  /** The title for link previews, without the mall's name. */
  shareTitle: string
  /** The canonical address. */
  url: string
  /** The page in each live locale: its BCP 47 tag and absolute address. Empty with one locale. */
  alternates: (readonly [hreflang: string, url: string])[]
  description?: string
  robots?: string
  image?: string
}

export type PageContent =
  /** `status`: that of its document, where the page determines it. */
  | { kind: 'page'; name: string; data: unknown; head: Head; status?: number }
  /** The page's server bundle is not loaded: the browser loads the data and renders the page. */
  | { kind: 'browser'; name: string; params: Record<string, string> }
  | { kind: 'not-found' }
  | { kind: 'sign-in-first' }
  | { kind: 'failed'; status: number }

/** What is shown at one address. It travels as JSON, so it contains nothing that JSON cannot hold. */
export interface View {
  /** Path and query. */
  at: string
  content: PageContent
  /** The queries that loaders have prefetched. */
  queries: DehydratedState
}

/** The media type of a view, by which a navigation requests it instead of a document. */
export const viewType = 'application/vnd.mallhive.view+json'

/** The media type of a view that includes the queries of the frame. */
export const framedViewType = `${viewType}; frame=1`

/** The header in which a navigation names the currency of its document. */
export const currencyHeader = 'x-mall-currency'

/** The header in which a document that Back or Forward shows again names its other preferences, as `preferencesOf` writes them. */
export const preferencesHeader = 'x-mall-preferences'

/** Returns the preferences by which a document that is shown again differs from a new one. */
export const preferencesOf = ({
  theme = '',
  sharing,
  consents,
}: {
  theme?: string | undefined
  sharing: string
  consents: readonly Consent[]
}): string => [theme, sharing, ...consents].join()

/**
 * The answer to a navigation. A view after redirects has the fragment of its address as `hash`; `redirect` leads to what is not
 * a page. `outdated` when the document's releases are gone, or the visitor has chosen other preferences since, so that it must load
 * anew.
 */
export type ViewAnswer = { view: View; hash?: string } | { redirect: string } | { outdated: true }

/** Redirects that a navigation follows. */
export const mostRedirects = 5
