import type { Consent } from '@mallhive/contracts/consents'
import type { Locale } from '@mallhive/contracts/locales'
import type { Catalog } from '@mallhive/mfe-kit/messages/compiled-message'
import type { Currency, Flash } from '@mallhive/mfe-kit'
import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'
import type { Sharing, Theme } from '../frame/preferences.tsx'
import type { PagePins } from '../server/pins/resolve-pins.ts'
import type { ClientFiles } from './client-files.ts'
import type { View } from './view.ts'

/** The id of the element with the document's data. */
export const documentJsonId = 'mall-document-data'

/** The data of a document, which server and browser render. It contains nothing that belongs to one request only. */
export interface DocumentJson {
  releases: Record<string, AssignedRelease>
  /** BCP 47, for formatting. */
  locale: string
  /** The locale of texts and address. */
  lang: Locale
  /** The locales that the visitor may choose. */
  locales: Locale[]
  /** The shell's own messages in this locale. */
  messages: Catalog
  /** The messages of the frame's fragments and of the page's remotes, so that hydration waits for no file of them. */
  catalogs: Record<string, Catalog>
  currency: Currency
  theme?: Theme
  sharing: Sharing
  consents: Consent[]
  /** The share of documents that report to the beacon; 0 when this one must not. */
  beaconRate: number
  flash?: Flash
  pins?: PagePins
  files: ClientFiles
  /** Whether the document contains linked data, which only the server writes. */
  hasLinkedData: boolean
  view: View
}

/** Serialises to JSON that cannot close its script element. */
export function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`)
}
