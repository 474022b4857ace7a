import { splitExpose } from '@mallhive/mfe-kit/release'
import type { DehydratedState } from '@tanstack/react-query'
import type { LoadedView } from './loaded-view.ts'
import type { PageScope } from './page-scope.ts'

type Query = DehydratedState['queries'][number]

/** What one release's loaders put into a page. */
interface Part {
  mfe: string
  /** The page and its release, or the release whose loaders prefetched the queries. */
  of: string
  bytes: number
  queries?: Query[]
}

/** Bytes of JSON that a page's loader may return, and that the loaders of one release may prefetch for a page. */
export const mostLoaderBytes = 256 * 1024
/** Bytes of JSON that all loaders together may put into a page. */
export const mostPageBytes = 1024 * 1024

/**
 * Drops what loaders put into a page beyond these bounds, the largest first, and reports its release: a page then failed, and
 * fragments load their data in the browser. @param releaseOf returns the release whose loader added a query
 */
export function boundView(
  scope: PageScope,
  loaded: LoadedView,
  releaseOf: (query: Query) => string,
): LoadedView {
  if (bytesOf([loaded.view, loaded.linkedData]) <= mostLoaderBytes) return loaded
  const kept = partsOf(scope, loaded, releaseOf).toSorted((a, b) => a.bytes - b.bytes)
  let isPageKept = true
  for (let last = kept.at(-1); last && !isWithin(last, kept); last = kept.at(-1)) {
    kept.pop()
    isPageKept &&= last.queries !== undefined
    scope.failed.add(last.mfe)
    scope.report({ level: 'error', message: 'loader data dropped', of: last.of, why: whyOf(last) })
  }
  const { view } = loaded
  const queries = { ...view.queries, queries: kept.flatMap((part) => part.queries ?? []) }
  if (isPageKept) return { ...loaded, view: { ...view, queries } }
  return { view: { ...view, content: { kind: 'failed', status: 500 }, queries }, status: 500, linkedData: [] }
}

function partsOf(
  scope: PageScope,
  { view: { content, queries }, linkedData }: LoadedView,
  releaseOf: (query: Query) => string,
): Part[] {
  const named = (mfe: string) => `${mfe}@${scope.releases[mfe]?.version}`
  const byRelease = Map.groupBy(queries.queries, releaseOf)
  const parts = [...byRelease].map(([id, own]): Part => {
    const { name: mfe = '' } = Object.values(scope.releases).find((release) => release.id === id) ?? {}
    return { mfe, of: named(mfe), bytes: bytesOf(own), queries: own }
  })
  if (content.kind !== 'page') return parts
  const [mfe] = splitExpose(content.name)
  return [...parts, { mfe, of: `${content.name} of ${named(mfe)}`, bytes: bytesOf([content, linkedData]) }]
}

function isWithin(largest: Part, parts: Part[]): boolean {
  return largest.bytes <= mostLoaderBytes && parts.reduce((sum, { bytes }) => sum + bytes, 0) <= mostPageBytes
}

function whyOf({ bytes }: Part): string {
  if (!Number.isFinite(bytes)) return 'it cannot be written as JSON'
  return `${bytes} bytes of JSON: a loader may put ${mostLoaderBytes} into a page, all loaders ${mostPageBytes}`
}

/** Returns the size as JSON; Infinity for what JSON cannot hold, such as a cycle. */
function bytesOf(value: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(value))
  } catch {
    return Number.POSITIVE_INFINITY
  }
}
