import type { TRPCClient } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { useMemo } from 'react'
import { browserCalls } from './browser-calls.ts'
import type { LoaderContext } from './page-contract.ts'
import { useShellInternals } from './shell-context.ts'
import type { Call } from './trpc/bff-calls.ts'
import { pathProxy } from './trpc/path-proxy.ts'
import { queryOptionsProxy } from './trpc/query-options.ts'

export interface BffClient<Router extends AnyTRPCRouter> {
  /** In components: `useQuery(trpc.getCart.queryOptions())`, `useMutation(trpc.addItem.mutationOptions())`. */
  useTRPC: () => TRPCOptionsProxy<Router>
  /** In event handlers and effects: `calls.noteView.mutate(…)`, for calls whose outcome nothing shows. */
  useCalls: () => TRPCClient<Router>
  /** In loaders: `await bff.caller(ctx).getCart.query()`, with the shopper's session. */
  caller: (ctx: LoaderContext) => TRPCClient<Router>
  /** In loaders: `await ctx.queryClient.prefetchQuery(bff.options(ctx).getCart.queryOptions())`. */
  options: (ctx: LoaderContext) => TRPCOptionsProxy<Router>
}

/**
 * Returns the typed client of a team's own BFF. Calls name the release of the document, so that the API moves with the
 * code; query keys start with the release's id, so that two releases never share cache entries.
 */
export function bffClient<Router extends AnyTRPCRouter>(mfe: string): BffClient<Router> {
  const proxies = new Map<string, TRPCOptionsProxy<Router>>()

  return {
    useTRPC() {
      const release = releaseOf(mfe, useShellInternals().releases)
      // One proxy per release, so that components may list it among a hook's dependencies.
      const proxy =
        proxies.get(release.id) ?? queryOptionsProxy<Router>(browserCalls(mfe, release), release.id)
      proxies.set(release.id, proxy)
      return proxy
    },
    useCalls() {
      const release = releaseOf(mfe, useShellInternals().releases)
      return useMemo(() => callerOf(browserCalls(mfe, release)), [release])
    },
    caller: ({ bff }) => callerOf((...call) => bff.call(mfe, ...call)),
    options: ({ bff }) =>
      queryOptionsProxy((...call) => bff.call(mfe, ...call), releaseOf(mfe, bff.releases).id),
  }
}

const callerOf = <Router extends AnyTRPCRouter>(call: Call): TRPCClient<Router> =>
  pathProxy((path, method, [input]) =>
    call(method === 'mutate' ? 'mutation' : 'query', path.join('.'), input),
  )

function releaseOf<R>(mfe: string, releases: Record<string, R>): R {
  const release = releases[mfe]
  if (!release) throw new Error(`No release of ${mfe} is live.`)
  return release
}
