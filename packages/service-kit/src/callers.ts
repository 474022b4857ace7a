import type { DescMethod, DescService } from '@bufbuild/protobuf'
import { MethodOptions_IdempotencyLevel } from '@bufbuild/protobuf/wkt'
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

/** Returns whether an RPC's contract declares it `NO_SIDE_EFFECTS`. */
export const onlyReads = (method?: DescMethod): boolean =>
  method?.idempotency === MethodOptions_IdempotencyLevel.NO_SIDE_EFFECTS

/** Header of a call on behalf of a query: it reaches only RPCs without side effects. */
export const queryHeader = 'x-mall-query'

/**
 * Returns an interceptor that rejects callers which the RPC does not accept: UNAUTHENTICATED without a token, FORBIDDEN
 * with one. On behalf of a query, it rejects all callers of an RPC that is not declared `NO_SIDE_EFFECTS`: QUERY_WRITES.
 */
export function permitted(accepted: Accepted[]): Interceptor {
  const served = new Map<string, { callers: Set<Caller>; reads: boolean }>()
  for (const { service, rpcs } of accepted) {
    for (const [name, list] of Object.entries(rpcs)) {
      const method = service.method[name]
      served.set(`${service.typeName}/${method?.name}`, { callers: new Set(list), reads: onlyReads(method) })
    }
  }
  return (next) => async (request) => {
    const rpc = `${request.service.typeName}/${request.method.name}`
    const named = served.get(rpc)
    if (request.header.has(queryHeader) && !named?.reads)
      throw domainError('QUERY_WRITES', `${rpc} may have side effects, so no query calls it`)
    if (named?.callers.has('anyone')) return next(request)
    const actor = request.contextValues.get(actorKey)
    if (!actor) throw domainError('UNAUTHENTICATED', 'a bearer token is required')
    if (!named || !isNamed(named.callers, actor))
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
