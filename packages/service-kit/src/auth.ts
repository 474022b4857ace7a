import { type CallOptions, createContextKey, type HandlerContext } from '@connectrpc/connect'
import type { Membership, PlatformRole, ShopRole } from '@mallhive/contracts/roles'
import { domainError } from './reasons.ts'

/** The caller of an RPC: a person without or with an account, or another part of the mall on its own behalf. */
export interface Actor {
  kind: 'guest' | 'account' | 'part'
  id: string
  name: string
  email: string
  /** Roles of the mall's own staff. */
  roles: PlatformRole[]
  /** The shops that the person works for. */
  memberships: Membership[]
  /** The bearer token as received; `actingAs` forwards it. */
  token: string
}

export const actorKey = createContextKey<Actor | undefined>(undefined, { description: 'actor' })

/** Returns the verified caller of an RPC. @throws DomainError UNAUTHENTICATED when the call carried no token */
export function actorOf(ctx: Pick<HandlerContext, 'values'>): Actor {
  const actor = ctx.values.get(actorKey)
  if (!actor) throw domainError('UNAUTHENTICATED', 'a bearer token is required')
  return actor
}

/** Whether the actor works for the shop in one of `roles`. */
export function isMember(actor: Actor, shopId: string, roles: readonly ShopRole[]): boolean {
  return actor.memberships.some(
    (membership) => membership.shopId === shopId && roles.includes(membership.role),
  )
}

/**
 * Returns the ids of the shops in which the actor has one of `roles`.
 * @throws DomainError FORBIDDEN when there is none
 */
export function requireShops(actor: Actor, roles: readonly ShopRole[]): string[] {
  const shops = actor.memberships.filter(({ role }) => roles.includes(role)).map(({ shopId }) => shopId)
  if (shops.length === 0) throw domainError('FORBIDDEN', `a shop's role is required: ${roles.join(', ')}`)
  return shops
}

/** Returns call options that forward the actor's token, so that the next service authorises the same person. */
export function actingAs(actor: Pick<Actor, 'token'>): CallOptions {
  return { headers: { authorization: `Bearer ${actor.token}` } }
}
