import { QueryClient } from '@tanstack/react-query'

/** Creates the query client. Hydrated data counts as fresh, so it is not fetched again. */
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

/** Whether the BFF refused the call, in which case a retry is pointless. */
function isRefusal(error: Error & { data?: { httpStatus?: number } }): boolean {
  return (error.data?.httpStatus ?? 500) < 500
}
