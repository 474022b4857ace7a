/** The exports of TanStack Query for remotes. Listed one by one: a namespace import would bundle all of it. */
export {
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
  hashKey,
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  skipToken,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query'
