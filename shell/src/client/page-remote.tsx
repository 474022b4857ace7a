'use client'
import { Remote } from '@mallhive/mfe-kit'
import { HydrationBoundary } from '@tanstack/react-query'
import type { DehydratedState } from '@tanstack/react-query'
import { FailedBox, PageFailed } from '../frame/page-failed.tsx'
import { PageLoading } from '../frame/page-loading.tsx'

/** Renders the page's remote with its loader's data and prefetched queries. */
export function PageRemote({ name, data, state }: { name: string; data: unknown; state: DehydratedState }) {
  return (
    <HydrationBoundary state={state}>
      <Remote name={name} data={data} fallback={<PagePending />} failed={<PageFailed />} />
    </HydrationBoundary>
  )
}

/** The placeholder that the server sends for a page that only the browser can render. */
function PagePending() {
  return (
    <>
      <PageLoading />
      <noscript>
        <FailedBox status={500} />
      </noscript>
    </>
  )
}
