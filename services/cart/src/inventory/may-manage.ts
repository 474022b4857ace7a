import { type Actor, isMember } from '@mallhive/service-kit/auth'
import { domainError } from '../reasons.ts'

/** Owners, managers and packers manage their shop's stock; admins every shop's. @throws DomainError NOT_YOUR_STOCK */
export function checkMayManage(actor: Actor, sellerId: string): void {
  if (actor.roles.includes('admin')) return
  if (isMember(actor, sellerId, ['owner', 'manager', 'packer'])) return
  throw domainError('NOT_YOUR_STOCK', 'this stock belongs to another shop')
}
