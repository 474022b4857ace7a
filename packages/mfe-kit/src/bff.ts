import { initTRPC } from '@trpc/server'
import type { BffActor, BffContext, BffMeta } from './bff/context.ts'
import { formatError } from './bff/error-format.ts'
import { msg } from './bff/kit-messages.ts'
import { Refusal, isRefusal, trpcErrorFor } from './bff/refusal.ts'

export type { BffActor, BffContext, BffLog, BffMeta } from './bff/context.ts'
export { Refusal } from './bff/refusal.ts'
export { serveRouter } from './bff/serve.ts'
export type { BffModule } from './bff/serve.ts'

/**
 * Returns the building blocks of a BFF. `procedure` is for anyone and starts no session: use it for calls of every page
 * view. `shopper` needs a session, of a guest or an account; `actorOrGuest` opens one. `account` needs a signed-in shopper,
 * `seller` a member of a shop, which is `ctx.actor.shop`. A refusal reaches the client with `data.reason`, `data.fields`
 * and `data.details`; any other thrown error is a bug: logged in full and masked.
 */
export function createBff() {
  const t = initTRPC
    .context<BffContext>()
    .meta<BffMeta>()
    .create({ isDev: false, errorFormatter: formatError })

  const procedure = t.procedure.use(async ({ next }) => {
    const result = await next()
    if (!result.ok && isRefusal(result.error.cause)) throw trpcErrorFor(result.error.cause)
    return result
  })

  const shopper = procedure.use(({ ctx, next }) => {
    const actor = knownActor(ctx)
    if (!actor) throw new Refusal('unauthenticated', 'SESSION_REQUIRED', msg('kit.no-session'))
    return next({ ctx: { actor } })
  })

  const account = procedure.use(({ ctx, next }) => {
    const actor = knownActor(ctx)
    if (actor?.kind !== 'account')
      throw new Refusal('unauthenticated', 'SIGN_IN_REQUIRED', msg('kit.sign-in'))
    return next({ ctx: { actor } })
  })

  const seller = account.use(({ ctx, next }) => {
    const [shop] = ctx.actor.memberships
    if (!shop) throw new Refusal('forbidden', 'SELLERS_ONLY', msg('kit.sellers-only'))
    return next({ ctx: { actor: { ...ctx.actor, shop } } })
  })

  return { router: t.router, mergeRouters: t.mergeRouters, procedure, shopper, account, seller }
}

/**
 * Returns the shopper, or a new guest when there is no session. To be called by a mutation of `procedure` that writes the
 * first thing of a shopper, not before its input is valid: an address may start a limited number of guests.
 * @throws Refusal SESSION_UNKNOWN, and those of `startGuest`
 */
export async function actorOrGuest(ctx: BffContext): Promise<BffActor> {
  return knownActor(ctx) ?? ctx.startGuest()
}

/**
 * Returns the actor. An unverifiable session is no missing session: the shopper must not lose the cart.
 * @throws Refusal SESSION_UNKNOWN
 */
function knownActor(ctx: BffContext) {
  if (ctx.sessionUnknown) throw new Refusal('unavailable', 'SESSION_UNKNOWN', msg('kit.session-unknown'))
  return ctx.actor
}
