import { skipToken } from '@tanstack/react-query'
import type { AnyTRPCRouter } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { Call } from './bff-calls.ts'
import { pathProxy } from './path-proxy.ts'

type Options = Record<string, unknown> & { initialCursor?: unknown }
type Input = { cursor?: unknown } | typeof skipToken | undefined

/**
 * Returns options for TanStack Query, with the types and keys of @trpc/tanstack-react-query; keys begin with `prefix`.
 */
export function queryOptionsProxy<Router extends AnyTRPCRouter>(
  call: Call,
  prefix: string,
): TRPCOptionsProxy<Router> {
  const keyOf = (path: string[], ...rest: unknown[]) => [[prefix], path, ...rest]

  function queryKey(path: string[], type: 'query' | 'infinite', input: Input) {
    return keyOf(path, input === undefined || input === skipToken ? { type } : { input, type })
  }

  const methods: Record<string, (path: string[], input: Input, options?: Options) => unknown> = {
    queryOptions: (path, input, options) => ({
      ...options,
      queryKey: queryKey(path, 'query', input),
      queryFn: input === skipToken ? skipToken : () => call('query', path.join('.'), input),
    }),
    infiniteQueryOptions: (path, input, { initialCursor, ...options } = {}) => ({
      ...options,
      queryKey: queryKey(path, 'infinite', input),
      initialPageParam: initialCursor ?? null,
      queryFn:
        input === skipToken
          ? skipToken
          : ({ pageParam }: { pageParam: unknown }) =>
              call('query', path.join('.'), { ...input, cursor: pageParam ?? undefined }),
    }),
    queryKey: (path, input) => queryKey(path, 'query', input),
    infiniteQueryKey: (path, input) => queryKey(path, 'infinite', input),
    queryFilter: (path, input, filter) => ({ ...filter, queryKey: queryKey(path, 'query', input) }),
    infiniteQueryFilter: (path, input, filter) => ({
      ...filter,
      queryKey: queryKey(path, 'infinite', input),
    }),
    pathKey: (path) => keyOf(path),
    pathFilter: (path, filter) => ({ ...(filter as object | undefined), queryKey: keyOf(path) }),
    mutationKey: (path) => keyOf(path),
    mutationOptions: (path, options) => ({
      ...(options as object | undefined),
      mutationKey: keyOf(path),
      mutationFn: (input: unknown) => call('mutation', path.join('.'), input),
    }),
  }

  return pathProxy((path, method, [first, second]) =>
    methods[method]?.(path, first as Input, second as Options | undefined),
  )
}
