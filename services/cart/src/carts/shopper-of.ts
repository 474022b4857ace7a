import type { HandlerContext } from '@connectrpc/connect'
import { type Actor, actorOf } from '@mallhive/service-kit/auth'
import { DomainError } from '@mallhive/service-kit/errors'

/** Carts belong to guests and accounts; a service has none. */
export function shopperOf(context: HandlerContext): Actor {
  const actor = actorOf(context)
  if (actor.kind === 'service') throw new DomainError('forbidden', 'NO_CART', 'a service has no cart')
  return actor
}
