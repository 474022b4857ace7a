import type { Actor } from '@mallhive/service-kit/auth'
import { DomainError } from '@mallhive/service-kit/errors'

/** Sellers look after their own stock; admins and services after anybody's. */
export function checkMayManage(actor: Actor, sellerId: string): void {
  if (actor.kind === 'service' || actor.roles.includes('admin')) return
  if (actor.roles.includes('seller') && actor.sellerId && actor.sellerId === sellerId) return
  throw new DomainError('forbidden', 'NOT_YOUR_STOCK', 'this stock belongs to another shop')
}
