import { QueryClient } from '@tanstack/react-query'

/** Data that came with the page is fresh: nothing is fetched again because it was hydrated. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && !isRefusal(error),
      },
    },
  })
}

/** The BFF answered, and would answer the same again. */
function isRefusal(error: Error & { data?: { httpStatus?: number } }): boolean {
  return (error.data?.httpStatus ?? 500) < 500
}
