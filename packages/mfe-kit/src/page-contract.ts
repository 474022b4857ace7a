import type { Currency } from '@mallhive/contracts/markets'
import type { QueryClient } from '@tanstack/react-query'
import type { BffTransport } from './bff-transport.ts'
import type { Search } from './search.ts'

/**
 * What a page's or fragment's `loader` gets. Loaders run on the server only: before the first HTML and again for
 * every client navigation and `refresh()`.
 */
export interface LoaderContext {
  /** Parameters of the route pattern (`/p/:slug` → `{ slug }`), decoded. */
  params: Record<string, string>
  /** The query string, as `useShell()` has it too. */
  search: Search
  path: string
  locale: string
  currency: Currency
  /** One per request, shared by the page and all fragments; what it holds is in the first HTML. */
  queryClient: QueryClient
  /** What the form that was posted without JavaScript left behind, when it was refused. */
  flash?: Flash
  /** Runs the loader of another team's fragment. Never throws: a fragment costs its own box only. */
  fragment: (name: string, props?: Record<string, unknown>) => Promise<void>
  /** How `bffClient(…).caller(ctx)` reaches the BFF on the shopper's behalf. Not for direct use. */
  readonly bff: BffTransport
}

export interface Flash {
  /** `<bff>/<procedure>`, or the form's own `formId`. */
  form: string
  values: Record<string, string>
  errors: Record<string, string>
  formError?: string
}

/** What a page's `meta(data, ctx)` says about itself; the shell turns it into head elements. */
export interface Meta {
  title: string
  description?: string
  /** A path on this origin. Defaults to the page's path without its query. */
  canonical?: string
  /** A path on this origin, for link previews. */
  image?: string
  jsonLd?: object | object[]
  robots?: string
  /** HTTP status of the document, 200 unless said otherwise. */
  status?: number
}

/** The data a page component receives: `function CartPage({ data }: { data: Loaded<typeof loader> })`. */
export type Loaded<L extends (...args: never[]) => unknown> = Awaited<ReturnType<L>>
