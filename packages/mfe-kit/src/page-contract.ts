import type { Currency } from '@mallhive/contracts/currencies'
import type { QueryClient } from '@tanstack/react-query'
import type { BffTransport } from './bff-transport.ts'
import type { Catalog } from './messages/compiled-message.ts'
import type { Search } from './search.ts'

/**
 * The context of a page's or fragment's `loader`. Loaders run on the server only: before the first HTML, and again for
 * every client navigation and `refresh()`.
 */
export interface LoaderContext {
  /** Parameters of the route pattern (`/p/:slug` → `{ slug }`), decoded. */
  params: Record<string, string>
  /** The query string, the same as in `useShell()`. */
  search: Search
  /** The path without the locale's segment. */
  path: string
  /** BCP 47, for formatting: `en-IE`. */
  locale: string
  currency: Currency
  /** Shared by the page and all fragments of a request; its data is sent with the first HTML. */
  queryClient: QueryClient
  /** Errors and values of a refused form that was posted without JavaScript. */
  flash?: Flash
  /** Runs the loader of another team's fragment. Never throws: a failure affects only that fragment. */
  fragment: (name: string, props?: Record<string, unknown>) => Promise<void>
  /** Messages by micro frontend. Not for direct use: `messagesOf(…).messages(ctx)`. */
  readonly catalogs: Record<string, Catalog | undefined>
  /** Transport of `bffClient(…).caller(ctx)` for this shopper. Not for direct use. */
  readonly bff: BffTransport
}

export interface Flash {
  /** `<bff>/<procedure>`, or the form's own `formId`. */
  form: string
  values: Record<string, string>
  errors: Record<string, string>
  formError?: string
}

/** The result of a page's `meta(data, ctx)`; the shell renders it as head elements. */
export interface Meta {
  title: string
  /** The language of the title, where it is not the page's. */
  lang?: string
  description?: string
  /** A path on this origin. Defaults to the page's path without its query. */
  canonical?: string
  /** A path on this origin, for link previews. */
  image?: string
  /** Linked data; only the server's HTML contains it. */
  jsonLd?: object | object[]
  robots?: string
  /** HTTP status of the document, 200 unless said otherwise. */
  status?: number
}

/** The data a page component receives: `function CartPage({ data }: { data: Loaded<typeof loader> })`. */
export type Loaded<L extends (...args: never[]) => unknown> = Awaited<ReturnType<L>>
