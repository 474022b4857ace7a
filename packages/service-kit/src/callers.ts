import type { DescService } from '@bufbuild/protobuf'
import type { Interceptor } from '@connectrpc/connect'
import type { PlatformRole, ShopRole } from '@mallhive/contracts/roles'
import { type Actor, actorKey } from './auth.ts'
import { domainError } from './reasons.ts'

/**
 * A kind of caller that an RPC accepts: anyone, also without a token; any person with a token, guests included; the
 * mall's staff in a role; members of any shop in a role; another part of the mall on its own behalf. The RPC itself
 * checks which data a person may see.
 */
export type Caller = 'anyone' | 'person' | `role:${PlatformRole}` | `member:${ShopRole}` | `part:${string}`

/** The callers that each RPC of one service accepts. */
export interface Accepted {
  service: DescService
  rpcs: Record<string, Caller[]>
}

/** Lists the accepted callers of a service's RPCs: one list for all of them, or a table by RPC. */
export function accepts<S extends DescService>(
  service: S,
  rpcs: Record<keyof S['method'], Caller[]> | Caller[],
): Accepted {
  const names = Object.keys(service.method)
  return {
    service,
    rpcs: Array.isArray(rpcs) ? Object.fromEntries(names.map((name) => [name, rpcs])) : { ...rpcs },
  }
}

/**
 * Returns an interceptor that rejects callers which the RPC does not accept: UNAUTHENTICATED without a token, FORBIDDEN
 * with one.
 */
export function permitted(accepted: Accepted[]): Interceptor {
  const callers = new Map<string, Set<Caller>>()
  for (const { service, rpcs } of accepted) {
    for (const [name, list] of Object.entries(rpcs)) {
      callers.set(`${service.typeName}/${service.method[name]?.name}`, new Set(list))
    }
  }
  return (next) => async (request) => {
    const rpc = `${request.service.typeName}/${request.method.name}`
    const named = callers.get(rpc)
    if (named?.has('anyone')) return next(request)
    const actor = request.contextValues.get(actorKey)
    if (!actor) throw domainError('UNAUTHENTICATED', 'a bearer token is required')
    if (!named || !isNamed(named, actor))
      throw domainError('FORBIDDEN', `${rpc} does not accept calls from ${describe(actor)}`)
    return next(request)
  }
}

function isNamed(callers: Set<Caller>, { kind, id, roles, memberships }: Actor): boolean {
  if (kind === 'part') return callers.has(`part:${id}`)
  if (callers.has('person') || roles.some((role) => callers.has(`role:${role}`))) return true
  return memberships.some(({ role }) => callers.has(`member:${role}`))
}

const describe = ({ kind, id }: Actor): string => (kind === 'part' ? `part ${id}` : 'this person')
