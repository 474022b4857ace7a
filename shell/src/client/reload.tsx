'use client'
import { useEffect } from 'react'
import { PageLoading } from '../frame/page-loading.tsx'

/** Ends a document whose releases are gone: the page it was about to show loads as a new one. */
export function Reload() {
  useEffect(() => location.reload(), [])
  return <PageLoading />
}
