import { defaultLocale } from '@mallhive/contracts/locales'
import type { AnyTRPCRouter } from '@trpc/server'
import { answerCalls } from './answer-calls.ts'
import type { BffAnswer } from './answer-calls.ts'
import type { Catalog } from '../messages/compiled-message.ts'
import type { BffContext, BffMeta } from './context.ts'

/** The exports of a release's BFF bundle. */
export interface BffModule {
  /** Bundles built earlier return a Response. */
  handle: (request: Request, context: BffContext, endpoint: string) => Promise<BffAnswer | Response>
  /** Procedures with a rate limit of their own: calls per minute and client address. */
  perMinute: Record<string, number>
  /** Procedures that cost more than one call. Absent in bundles built before costs existed. */
  cost?: Record<string, number>
  /** Public procedures, and the seconds for which their answers may be remembered. Absent in older bundles. */
  publicFor?: Record<string, number>
  /** Procedures whose answers to visitors without a session may be remembered. Absent in older bundles. */
  anonymousFor?: Record<string, number>
  /** Mutations that loaders of the micro frontend's own pages may call. Absent in older bundles, which have none. */
  forLoaders?: string[]
}

/**
 * Makes a release's router callable by a host: it takes a request and returns a response; all other access goes through
 * the context.
 * @param catalogs the bundle's messages by locale
 * @throws Error when a mutation declares `publicFor` or `anonymousFor`, or a query `forLoaders`
 */
export function serveRouter(router: AnyTRPCRouter, catalogs: Record<string, Catalog> = {}) {
  return {
    perMinute: declared(router, 'perMinute'),
    cost: declared(router, 'cost'),
    publicFor: declared(router, 'publicFor'),
    anonymousFor: declared(router, 'anonymousFor'),
    forLoaders: markedForLoaders(router),
    handle: (request: Request, context: BffContext, endpoint: string) =>
      answerCalls(
        router,
        request,
        { ...context, catalog: catalogs[context.lang] ?? catalogs[defaultLocale] },
        endpoint,
      ),
  } satisfies BffModule
}

function declared(router: AnyTRPCRouter, name: NumberOfMeta): Record<string, number> {
  const values: Record<string, number> = {}
  for (const [path, { _def: procedure }] of Object.entries(proceduresOf(router))) {
    const value = procedure.meta?.[name]
    if (value === undefined) continue
    if (ofQueries.has(name) && procedure.type !== 'query')
      throw new Error(`${path} declares ${name}, but only a query's answer can be remembered`)
    values[path] = value
  }
  return values
}

const ofQueries = new Set<NumberOfMeta>(['publicFor', 'anonymousFor'])

type NumberOfMeta = Exclude<keyof BffMeta, 'forLoaders'>

function markedForLoaders(router: AnyTRPCRouter): string[] {
  return Object.entries(proceduresOf(router)).flatMap(([path, { _def: procedure }]) => {
    if (!procedure.meta?.forLoaders) return []
    if (procedure.type !== 'mutation')
      throw new Error(`${path} declares forLoaders, but loaders may call every query`)
    return [path]
  })
}

function proceduresOf(router: AnyTRPCRouter): Record<string, { ['_def']: { meta?: BffMeta; type: string } }> {
  // oxlint-disable-next-line no-underscore-dangle -- tRPC's own name for what a router is made of
  return router._def.procedures
}
