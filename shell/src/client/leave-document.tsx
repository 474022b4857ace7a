'use client'
import { softReload } from '@mallhive/mfe-kit/soft-reload'
import { use } from 'react'
import { PageLoading } from '../frame/page-loading.tsx'

/**
 * Replaces a document whose releases are gone: loads the target page as a new document. In the browser this suspends forever,
 * so that the old page and its typed input stay until they have been saved.
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
