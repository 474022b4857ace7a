'use client'
import { softReload } from '@mallhive/mfe-kit/soft-reload'
import { use } from 'react'
import { PageLoading } from '../frame/page-loading.tsx'

/**
 * Ends a document whose releases are gone: the page it was about to show loads as a new one. Until then the old page
 * stays as it is, which is why this never renders in a browser: what was typed there must still be there to be kept.
 */
export function LeaveDocument({ path }: { path: string }) {
  if (typeof window !== 'undefined') use(leaveFor(path))
  return <PageLoading />
}

let leaving: Promise<never> | undefined

function leaveFor(path: string): Promise<never> {
  if (!leaving) {
    leaving = new Promise<never>(() => {})
    if (path === location.pathname + location.search) void softReload()
    else location.assign(path)
  }
  return leaving
}
