/** The part of TanStack Query that remotes get. Listed, because a namespace import keeps all of it in the bundle. */
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
