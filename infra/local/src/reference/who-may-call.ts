import { type Accepted, type Caller, onlyReads } from '@mallhive/service-kit/callers'

import { serviceModules } from '../mall/service-modules.ts'

const ofServices = await Promise.all(
  Object.entries(serviceModules).map(async ([name, modules]) => {
    const loaded = 'callers' in modules ? await modules.callers() : undefined
    return [name, loaded?.callers ?? []] as const
  }),
)

/** The callers that each service with RPCs accepts. */
export const callers: Record<string, Accepted[]> = Object.fromEntries(
  ofServices.filter(([, accepted]) => accepted.length > 0),
)

/** Returns docs/operating/who-may-call.md: every RPC with its callers. */
export function whoMayCall(): string {
  return `# Who may call

The callers that each RPC accepts, generated from \`services/*/src/callers.ts\` by \`infra/local/src/reference/write.ts\`. A call by
anyone else is refused with \`FORBIDDEN\`, or \`UNAUTHENTICATED\` without a token, before the RPC runs. *Anyone* needs no token;
a *person* has one, as a guest or with an account, and gets their own data only; a *role* is one of the mall's staff, a\n*member* works for a shop in that role; a *part* calls on its own behalf with its own
key ([decision 30](../decisions/0030-a-key-pair-per-part.md)). RPCs that only *read* are declared so in their contract; queries of BFFs call no others (\`QUERY_WRITES\`).

| service | RPC | callers | reads |
|---|---|---|---|
${acceptedCallers()
  .map(
    ({ service, rpc, callers: who, reads }) =>
      `| \`${service}\` | ${rpc} | ${who.map(inWords).join(', ')} | ${reads ? 'yes' : ''} |`,
  )
  .join('\n')}
`
}

/** Returns every RPC with the service that serves it and the callers that it accepts. */
export function acceptedCallers(): { service: string; rpc: string; callers: Caller[]; reads: boolean }[] {
  return Object.entries(callers).flatMap(([part, accepted]) =>
    accepted.flatMap(({ service, rpcs }) =>
      Object.entries(rpcs).map(([method, who]) => ({
        service: part,
        rpc: `${service.name}.${service.method[method]?.name}`,
        callers: who,
        reads: onlyReads(service.method[method]),
      })),
    ),
  )
}

function inWords(caller: Caller): string {
  const [kind = '', name] = caller.split(':')
  if (!name) return kind
  return `${kind} \`${name}\``
}
