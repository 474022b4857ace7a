import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import type { TRPCClient } from '@trpc/client'
import type { AnyTRPCRouter } from '@trpc/server'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { LoaderContext } from './page-contract.ts'
import { useShellInternals } from './shell-context.ts'
import type { AssignedRelease } from './shell-context.ts'
import { newTraceparent } from './traceparent.ts'

/** How code on the server reaches the BFF for one shopper: where, and with which forwarded headers. */
export interface BffTransport {
  origin: string
  releases: Record<string, Pick<AssignedRelease, 'id' | 'version'>>
  headers: Record<string, string>
  /** Ends calls when the page's deadline passes. */
  signal?: AbortSignal
}

export interface BffClient<Router extends AnyTRPCRouter> {
  /** In components: `useQuery(trpc.getCart.queryOptions())`, `useMutation(trpc.addItem.mutationOptions())`. */
  useTRPC: () => TRPCOptionsProxy<Router>
  /** In loaders: `await bff.caller(ctx).getCart.query()`, with the shopper's session. */
  caller: (ctx: LoaderContext) => TRPCClient<Router>
  /** In loaders: `await ctx.queryClient.prefetchQuery(bff.options(ctx).getCart.queryOptions())`. */
  options: (ctx: LoaderContext) => TRPCOptionsProxy<Router>
}

/**
 * The typed client of a team's own BFF. Calls name the release that the document was given, so the API moves with
 * the code; query keys start with the release's id, so two releases never read each other's cache.
 */
export function bffClient<Router extends AnyTRPCRouter>(mfe: string): BffClient<Router> {
  const proxies = new WeakMap<QueryClient, Map<string, TRPCOptionsProxy<Router>>>()

  return {
    useTRPC() {
      const release = releaseOf(mfe, useShellInternals().releases)
      return optionsFor(browserClient(mfe, release), useQueryClient(), release.id)
    },
    caller: (ctx) => loaderClient(mfe, ctx),
    options: (ctx) =>
      optionsFor(loaderClient(mfe, ctx), ctx.queryClient, releaseOf(mfe, ctx.bff.releases).id),
  }

  /** The same proxy for the same query client and release: components may list it among a hook's dependencies. */
  function optionsFor(client: TRPCClient<Router>, queryClient: QueryClient, releaseId: string) {
    const byRelease = proxies.get(queryClient) ?? new Map<string, TRPCOptionsProxy<Router>>()
    proxies.set(queryClient, byRelease)
    // Not in the type, because with tRPC's flag for it every mutationOptions() would ask for the prefix again.
    const prefix: object = { keyPrefix: releaseId }
    const proxy =
      byRelease.get(releaseId) ?? createTRPCOptionsProxy<Router>({ client, queryClient, ...prefix })
    byRelease.set(releaseId, proxy)
    return proxy
  }
}

type NamedRelease = Pick<AssignedRelease, 'id' | 'version'>

const browserClients = new Map<string, TRPCClient<AnyTRPCRouter>>()

/** One client per release and document, so that calls of all its fragments share batches. */
export function browserClient(mfe: string, release: NamedRelease): TRPCClient<AnyTRPCRouter> {
  let client = browserClients.get(release.id)
  if (!client) {
    client = createClient(`/api/${mfe}`, () => ({
      'x-mall-release': `${mfe}@${release.version}`,
      traceparent: newTraceparent(),
    }))
    browserClients.set(release.id, client)
  }
  return client
}

const loaderClients = new WeakMap<BffTransport, Map<string, TRPCClient<AnyTRPCRouter>>>()

function loaderClient<Router extends AnyTRPCRouter>(mfe: string, { bff }: LoaderContext): TRPCClient<Router> {
  const clients = loaderClients.get(bff) ?? new Map<string, TRPCClient<AnyTRPCRouter>>()
  loaderClients.set(bff, clients)
  let client = clients.get(mfe)
  if (!client) {
    const headers = { ...bff.headers, 'x-mall-release': `${mfe}@${releaseOf(mfe, bff.releases).version}` }
    client = createClient(`${bff.origin}/api/${mfe}`, () => headers, bff.signal)
    clients.set(mfe, client)
  }
  return client as TRPCClient<Router>
}

function createClient(
  url: string,
  headers: () => Record<string, string>,
  signal?: AbortSignal,
): TRPCClient<AnyTRPCRouter> {
  return createTRPCClient({
    links: [
      httpBatchLink({
        url,
        headers,
        // The BFF host refuses longer batches, and URLs stay below every proxy's limit.
        maxItems: 10,
        maxURLLength: 4000,
        fetch: (input, init) => fetch(input, { ...init, signal: signal ?? init?.signal }),
      }),
    ],
  })
}

export function releaseOf<R>(mfe: string, releases: Record<string, R>): R {
  const release = releases[mfe]
  if (!release) throw new Error(`No release of ${mfe} is live.`)
  return release
}
