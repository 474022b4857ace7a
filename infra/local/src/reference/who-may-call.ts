import { callers as cart } from '@mallhive/service-cart/callers'
import { callers as catalog } from '@mallhive/service-catalog/callers'
import { callers as identity } from '@mallhive/service-identity/callers'
import type { Accepted, Caller } from '@mallhive/service-kit/callers'
import { callers as notifications } from '@mallhive/service-notifications/callers'
import { callers as orders } from '@mallhive/service-orders/callers'
import { callers as payments } from '@mallhive/service-payments/callers'
import { callers as releaseHealth } from '@mallhive/service-release-health/callers'

/** The callers that each service accepts. */
export const callers: Record<string, Accepted[]> = {
  identity,
  catalog,
  cart,
  orders,
  payments,
  notifications,
  'release-health': releaseHealth,
}

/** Returns docs/operating/who-may-call.md: every RPC with its callers. */
export function whoMayCall(): string {
  return `# Who may call

The callers that each RPC accepts, generated from \`services/*/src/callers.ts\` by \`infra/local/src/reference/write.ts\`. A call by
anyone else is refused with \`FORBIDDEN\`, or \`UNAUTHENTICATED\` without a token, before the RPC runs. *Anyone* needs no token;
a *person* has one, as a guest or with an account, and gets their own data only; a *role* is one of the mall's staff, a\n*member* works for a shop in that role; a *part* calls on its own behalf with its own
key ([decision 30](../decisions/0030-a-key-pair-per-part.md)).

| service | RPC | callers |
|---|---|---|
${Object.entries(callers)
  .flatMap(([part, accepted]) => accepted.flatMap((one) => rows(part, one)))
  .join('\n')}
`
}

function rows(part: string, { service, rpcs }: Accepted): string[] {
  return Object.entries(rpcs).map(
    ([method, accepted]) =>
      `| \`${part}\` | ${service.name}.${service.method[method]?.name} | ${accepted.map(inWords).join(', ')} |`,
  )
}

function inWords(caller: Caller): string {
  const [kind = '', name] = caller.split(':')
  if (!name) return kind
  return `${kind} \`${name}\``
}
