import { type CallOptions, createContextKey, type HandlerContext } from '@connectrpc/connect'
import { DomainError } from './errors.ts'

/** Who calls: a shopper without or with an account, or another service on its own behalf. */
export interface Actor {
  kind: 'guest' | 'account' | 'service'
  id: string
  name: string
  email: string
  roles: string[]
  /** The shop that a seller works for. */
  sellerId?: string
  /** The bearer token as it came, to act as this actor further down. */
  token: string
}

export const actorKey = createContextKey<Actor | undefined>(undefined, { description: 'actor' })

/** The verified caller of an RPC. Throws UNAUTHENTICATED when the call carried no token. */
export function actorOf(ctx: Pick<HandlerContext, 'values'>): Actor {
  const actor = ctx.values.get(actorKey)
  if (!actor) throw new DomainError('unauthenticated', 'UNAUTHENTICATED', 'a bearer token is required')
  return actor
}

/** Throws FORBIDDEN unless the actor has the role. */
export function requireRole(actor: Actor, role: string): void {
  if (!actor.roles.includes(role))
    throw new DomainError('forbidden', 'FORBIDDEN', `the role ${role} is required`)
}

/** Throws FORBIDDEN unless another service calls on its own behalf. */
export function requireService(actor: Actor): void {
  if (actor.kind !== 'service') throw new DomainError('forbidden', 'FORBIDDEN', 'only services may call this')
}

/** Call options that forward the actor's token, so that the next service authorises the same person. */
export function actingAs(actor: Pick<Actor, 'token'>): CallOptions {
  return { headers: { authorization: `Bearer ${actor.token}` } }
}
