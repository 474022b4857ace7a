'use client'
import { Remote } from '@mallhive/mfe-kit'
import { HydrationBoundary } from '@tanstack/react-query'
import type { DehydratedState } from '@tanstack/react-query'
import { FailedBox, PageFailed } from '../frame/page-failed.tsx'
import { PageLoading } from '../frame/page-loading.tsx'

/** The remote that is the page, with what its loader returned and prefetched on the server. */
export function PageRemote({ name, data, state }: { name: string; data: unknown; state: DehydratedState }) {
  return (
    <HydrationBoundary state={state}>
      <Remote name={name} data={data} fallback={<PagePending />} failed={<PageFailed />} />
    </HydrationBoundary>
  )
}

/** What the server sends of a page that only the browser can render. */
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
