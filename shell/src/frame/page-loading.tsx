'use client'
import { PageWidth, Skeleton } from '@mallhive/design-system'

/** Stands where a page will be: a heading, and cells. */
export function PageLoading() {
  return (
    <PageWidth>
      <Skeleton />
    </PageWidth>
  )
}
