'use client'
import { Remote } from '@mallhive/mfe-kit'
import { HydrationBoundary } from '@tanstack/react-query'
import type { DehydratedState } from '@tanstack/react-query'
import { PageFailed } from '../frame/page-failed.tsx'
import { PageLoading } from '../frame/page-loading.tsx'

/** The remote that is the page, with what its loader returned and prefetched on the server. */
export function PageRemote({ name, data, state }: { name: string; data: unknown; state: DehydratedState }) {
  return (
    <HydrationBoundary state={state}>
      <Remote name={name} data={data} fallback={<PageLoading />} failed={<PageFailed />} />
    </HydrationBoundary>
  )
}
