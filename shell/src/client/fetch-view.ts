import type { Currency } from '@mallhive/mfe-kit'
import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'
import { softReload } from '@mallhive/mfe-kit/soft-reload'
import { documentTraceparent } from '@mallhive/mfe-kit/traceparent'
import {
  currencyHeader,
  framedViewType,
  mostRedirects,
  preferencesHeader,
  viewType,
} from '../document/view.ts'
import type { View, ViewAnswer } from '../document/view.ts'

export interface ViewRequest {
  to: URL
  /** The releases of this document, with which the server renders all of its views. */
  releases: Record<string, AssignedRelease>
  /** The currency of this document. The visitor may have chosen another one since, elsewhere. */
  currency: Currency
  /** Whether the queries of the frame are loaded too. */
  withFrame: boolean
  /** The preferences of a document that Back or Forward shows again. It may be loaded anew although it was just now. */
  shownAgainWith?: string
  signal: AbortSignal
}

interface FetchedView {
  view: View
  /** The fragment of the final address. */
  hash: string
}

/** What became of a request for a view; `leaving` when a new document is being loaded instead. */
export type FetchOutcome = FetchedView | 'aborted' | 'leaving' | 'unchanged'

/**
 * Fetches the view of an address. An answer that is not a view loads the address as a document, which shows whatever the
 * server or the network has to say; a failed refresh leaves the page as it is.
 */
export async function fetchView(request: ViewRequest): Promise<FetchOutcome> {
  const { releases, currency, withFrame, shownAgainWith, signal } = request
  const headers = {
    accept: withFrame ? framedViewType : viewType,
    'x-mall-assignment': Object.values(releases)
      .map(({ name, version }) => `${name}@${version}`)
      .join(),
    [currencyHeader]: currency,
    ...(shownAgainWith !== undefined && { [preferencesHeader]: shownAgainWith }),
    traceparent: documentTraceparent(),
  }
  let { to } = request
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      // oxlint-disable-next-line no-await-in-loop -- one redirect after the other
      const answer = await ask(to, { headers, signal })
      if ('view' in answer) return { view: answer.view, hash: answer.hash ?? to.hash }
      if ('outdated' in answer) break
      to = new URL(answer.redirect, to)
    }
  } catch {
    if (signal.aborted) return 'aborted'
    if (withFrame) return 'unchanged'
  }
  return (await leaveFor(to, shownAgainWith !== undefined)) ? 'leaving' : 'unchanged'
}

async function ask(to: URL, init: RequestInit): Promise<ViewAnswer> {
  const response = await fetch(to.pathname + to.search, init)
  if (!response.headers.get('content-type')?.startsWith(viewType)) throw new Error('not a view')
  return response.json()
}

/**
 * Loads an address as a document; the same address by a soft reload, which keeps what was typed. Returns false when it was
 * reloaded just now, and stays.
 */
async function leaveFor(to: URL, isShownAgain: boolean): Promise<boolean> {
  if (to.pathname + to.search === location.pathname + location.search)
    return softReload({ quiet: isShownAgain })
  location.assign(to)
  return true
}
