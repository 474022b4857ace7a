'use client'
import { lazy } from 'react'

// Rarely seen, so they stay out of the scripts of every page.
const Failed = lazy(async () => ({ default: (await import('./page-failed.tsx')).PageFailed }))
const NotFound = lazy(async () => ({ default: (await import('./page-not-found.tsx')).PageNotFound }))

// Components, because a server component can't hand on a lazy one.
export function PageFailed({ status }: { status?: number }) {
  return <Failed status={status} />
}

export function PageNotFound() {
  return <NotFound />
}
