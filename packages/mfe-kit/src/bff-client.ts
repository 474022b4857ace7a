import type { TRPCClient } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { BffTransport, NamedRelease } from './bff-transport.ts'
import type { LoaderContext } from './page-contract.ts'
import { useShellInternals } from './shell-context.ts'
import { softReload } from './soft-reload.ts'
import { documentTraceparent } from './traceparent.ts'
import { BffError, batchedCalls } from './trpc/bff-calls.ts'
import type { Call } from './trpc/bff-calls.ts'
import { pathProxy } from './trpc/path-proxy.ts'
import { queryOptionsProxy } from './trpc/query-options.ts'

export interface BffClient<Router extends AnyTRPCRouter> {
  /** In components: `useQuery(trpc.getCart.queryOptions())`, `useMutation(trpc.addItem.mutationOptions())`. */
  useTRPC: () => TRPCOptionsProxy<Router>
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
    caller: ({ bff }) =>
      pathProxy((path, method, [input]) =>
        loaderCalls(mfe, bff)(method === 'mutate' ? 'mutation' : 'query', path.join('.'), input),
      ),
    options: ({ bff }) => queryOptionsProxy(loaderCalls(mfe, bff), releaseOf(mfe, bff.releases).id),
  }
}

const inBrowser = new Map<string, Call>()

/** Returns the browser's caller. One per release and document, so that all its fragments share batches. */
export function browserCalls(mfe: string, release: NamedRelease): Call {
  const call = inBrowser.get(release.id) ?? callsOf(mfe, release)
  inBrowser.set(release.id, call)
  return call
}

function callsOf(mfe: string, { version }: NamedRelease): Call {
  const call = batchedCalls({
    url: `/api/${mfe}`,
    headers: () => ({ 'x-mall-release': `${mfe}@${version}`, traceparent: documentTraceparent() }),
  })
  return async (...args) => {
    try {
      return await call(...args)
    } catch (error) {
      // The document's release is no longer kept: all its calls fail.
      if (error instanceof BffError && error.data?.reason === 'RELEASE_GONE') await softReload()
      throw error
    }
  }
}

const inLoaders = new WeakMap<BffTransport, Map<string, Call>>()

/**
 * Returns the server's caller. One per micro frontend and request, so that the loaders of a page and its fragments
 * share batches.
 */
function loaderCalls(mfe: string, bff: BffTransport): Call {
  const calls = inLoaders.get(bff) ?? new Map<string, Call>()
  inLoaders.set(bff, calls)
  const headers = { ...bff.headers, 'x-mall-release': `${mfe}@${releaseOf(mfe, bff.releases).version}` }
  const call =
    calls.get(mfe) ??
    batchedCalls({ url: `${bff.origin}/api/${mfe}`, headers: () => headers, signal: bff.signal })
  calls.set(mfe, call)
  return call
}

function releaseOf<R>(mfe: string, releases: Record<string, R>): R {
  const release = releases[mfe]
  if (!release) throw new Error(`No release of ${mfe} is live.`)
  return release
}
