import type { CatalogRouter } from '@mallhive/bff-catalog/router'
import type { BffClient } from '@mallhive/mfe-kit'
import { searchLogKey as key } from './search-log-key.ts'

export type LogCalls = ReturnType<BffClient<CatalogRouter>['useCalls']>

interface Search {
  id: string
  /** What makes it another search than the one before. */
  query: string
}

/** What this tab knows of its searches, until it is closed. */
interface Kept {
  last?: Search
  /** Ids of searches by what came of them. */
  opened: Record<string, string>
  added: Record<string, string>
}

const none: Kept = { opened: {}, added: {} }

/** What was typed, and whether it was searched for as typed. */
interface Typed {
  query: string
  verbatim: boolean
}

/** Logs a search, once until another follows: Back, pages and filters belong to it. */
export function logSearch(
  calls: LogCalls,
  { verbatim, ...search }: Typed & { total: number; correctedTo?: string },
): void {
  const kept = read()
  const query = keyOf({ verbatim, ...search })
  if (kept.last?.query === query) return
  const id = crypto.randomUUID()
  write({ ...kept, last: { id, query } })
  send(calls.logSearch.mutate({ id, ...search }))
}

/** The mouse's button that opens a link in another tab. */
const middle = 1

/**
 * Logs the products of the page's results that are opened, in this tab or another one, until aborted.
 * @param before products on earlier pages
 */
export function watchOpened(calls: LogCalls, typed: Typed, before: number, signal: AbortSignal): void {
  const onClick = ({ target, button }: MouseEvent) => {
    if (button > middle) return
    const link = target instanceof Element ? target.closest('a') : null
    const item = link?.closest('#results li')
    const [, slug] = /\/p\/([^/]+)$/.exec(link?.pathname ?? '') ?? []
    if (!item?.parentElement || slug === undefined) return
    logOpened(calls, typed, slug, before + [...item.parentElement.children].indexOf(item) + 1)
  }
  for (const event of ['click', 'auxclick'] as const)
    document.addEventListener(event, onClick, { signal, capture: true })
}

/** Logs that a product was opened, if what was typed is the last search. @param position its place, from 1 */
export function logOpened(calls: LogCalls, typed: Typed, slug: string, position: number): void {
  const kept = read()
  if (kept.last?.query !== keyOf(typed)) return
  const { id } = kept.last
  write({ ...kept, opened: { ...kept.opened, [slug]: id } })
  send(calls.logOutcome.mutate({ id, clickedPosition: position }))
}

/** Logs that a product was put in the cart. @param from the slug of its page, or what was typed to find it, if that is the last search */
export function logAdded(calls: LogCalls, sku: string, from: string | Typed): void {
  const kept = read()
  const ofLast = typeof from === 'object' && kept.last?.query === keyOf(from) ? kept.last.id : undefined
  const id = typeof from === 'string' ? kept.opened[from] : ofLast
  if (id === undefined) return
  write({ ...kept, added: { ...kept.added, [sku]: id } })
  send(calls.logOutcome.mutate({ id, added: true }))
}

/** Logs that products were ordered. */
export function logBought(calls: LogCalls, skus: string[]): void {
  const kept = read()
  const ids = skus.flatMap((sku) => kept.added[sku] ?? [])
  const others = Object.entries(kept.added).filter(([sku]) => !skus.includes(sku))
  write({ ...kept, added: Object.fromEntries(others) })
  for (const id of new Set(ids)) send(calls.logOutcome.mutate({ id, bought: true }))
}

const keyOf = ({ query, verbatim }: Typed) => JSON.stringify([query, verbatim])

/** A log must never affect the page. */
const send = (call: Promise<unknown>) => void call.catch(() => {})

function read(): Kept {
  try {
    const { last, opened, added }: Partial<Kept> = JSON.parse(sessionStorage.getItem(key) ?? '{}')
    return { last, opened: { ...opened }, added: { ...added } }
  } catch {
    return none
  }
}

function write(kept: Kept): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // Ignored: without storage less is learned.
  }
}
