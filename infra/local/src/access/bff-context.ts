import type { DescService } from '@bufbuild/protobuf'
import type { CallOptions, Client } from '@connectrpc/connect'
import type { BffActor, BffContext } from '@mallhive/mfe-kit/bff'
import type { openAccessStage, Role } from './stage.ts'

type Stage = Awaited<ReturnType<typeof openAccessStage>>

/** Returns the context that the BFF host gives to a procedure called in this role, over the stage's services. */
export function bffContext(stage: Stage, role: Role): { context: BffContext; started: () => boolean } {
  let current = role
  const context: BffContext = {
    client: (service) => actingAs(stage.client(service), () => stage.as(current)),
    actor: actorOf(stage, role),
    sessionUnknown: false,
    consents: ['searches'],
    startGuest: () => {
      current = 'guest'
      return Promise.resolve(guestOf(stage))
    },
    cookies: {},
    setCookie: () => {},
    locale: 'en-IE',
    lang: 'en',
    currency: 'EUR',
    publicOrigin: 'http://localhost:4000',
    requestId: 'access',
    signal: new AbortController().signal,
    log: { info() {}, warn() {}, error() {} },
    forgetOn: () => {},
    doNotRemember: () => {},
  }
  return { context, started: () => current !== role }
}

function actorOf(stage: Stage, role: Role): BffActor | undefined {
  const actor = stage.actorOf(role)
  if (!actor || actor.kind === 'part') return undefined
  const { kind, id, name, email, memberships, roles } = actor
  return { kind, id, name, email, memberships, platformRoles: roles }
}

function guestOf(stage: Stage): BffActor {
  const guest = actorOf(stage, 'guest')
  if (!guest) throw new Error('the stage has no guest')
  return guest
}

/** Options of a service call: like the host's client, it carries no token when there is no session. */
function actingAs<S extends DescService>(client: Client<S>, options: () => CallOptions): Client<S> {
  return new Proxy(client, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      return (input: unknown): unknown => Reflect.apply(method, target, [input, options()])
    },
  })
}
