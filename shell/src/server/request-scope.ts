import type { Currency, Flash } from '@mallhive/mfe-kit'
import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import type { PagePins } from './pins/resolve-pins.ts'

/** Everything about one request that pages, loaders and the frame share. */
export interface RequestScope {
  url: URL
  /** Of the host that the request is for, the shoppers' or the preview host. */
  origin: string
  nonce: string
  locale: string
  currency: Currency
  theme?: 'light' | 'dark'
  /** Whether the document may tell how it fares: the shopper's choice, unless the browser says no by itself. */
  sharing: 'on' | 'off' | 'refused'
  /** The assignment: one release per micro frontend, for this document and all it asks for later. */
  releases: Record<string, RemoteRelease>
  /** A navigation of a document whose releases cannot be had any more: it must load anew. */
  outdated: boolean
  pins?: PagePins
  /** The span of this request: what it calls and what the browser calls later belong to its trace. */
  traceparent: string
  /** Sent along to BFFs: the shopper's session, address and trace. */
  forwardedHeaders: Record<string, string>
  /** The status of the document; 200 unless set before the first byte. */
  setStatus: (status: number) => void
  flash?: Flash
  /** The remote that is the page, once known. */
  page?: string
  /** Remotes whose rendering has begun and not come to its end. */
  unfinished: Set<string>
}
