import { pageParameters } from '@mallhive/mfe-kit/search'

/** Returns the path and those parameters of a requested address that its page may read: all of it that a document may depend on. */
export function pageAddress({ pathname, searchParams }: URL): string {
  const query = new URLSearchParams(pageParameters(searchParams)).toString()
  return query ? `${pathname}?${query}` : pathname
}
