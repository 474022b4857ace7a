import { fromBinary, toBinary } from '@bufbuild/protobuf'
import type { DescMessage, DescMethodUnary, MessageShape } from '@bufbuild/protobuf'
import { CartService } from '@mallhive/contracts/cart'
import { IdentityService } from '@mallhive/contracts/identity'
import { OrdersService } from '@mallhive/contracts/orders'

/** Parts of a request that only the host holds. */
interface HostSide {
  cookieHeader: string
  clientAddress: string
  /** The token of the request's guest session. */
  guestToken: string | undefined
  /** Sends the browser the cookies of a new session and switches the request to it. */
  renewSession: (setCookies: string[]) => Promise<void>
}

type Guarded = (
  message: Uint8Array,
  send: (message: Uint8Array) => Promise<Uint8Array>,
  host: HostSide,
) => Promise<Uint8Array>

const { register, signIn, signOut, startGuest, exchangeSession } = IdentityService.method

/**
 * RPCs with fields that a bundle must not see or choose: the host fills in session cookies, tokens and the client's address,
 * and withholds the session cookies of the answer. RPCs reserved to the host are refused.
 */
export const guardedRpcs = new Map<string, Guarded>([
  [
    nameOf(OrdersService.method.getOrder),
    guard(OrdersService.method.getOrder, {
      request: (message, { clientAddress }) => Object.assign(message, { clientAddress }),
    }),
  ],
  [
    nameOf(register),
    guard(register, {
      request: (message, { clientAddress }) => Object.assign(message, { clientAddress }),
      response: keepSession,
    }),
  ],
  [
    nameOf(signIn),
    guard(signIn, {
      request: (message, { cookieHeader: cookie, clientAddress }) =>
        Object.assign(message, { cookie, clientAddress }),
      response: keepSession,
    }),
  ],
  [
    nameOf(signOut),
    guard(signOut, {
      request: (message, { cookieHeader: cookie }) => Object.assign(message, { cookie }),
      response: keepSession,
    }),
  ],
  [
    nameOf(CartService.method.mergeGuest),
    guard(CartService.method.mergeGuest, {
      request: (message, { guestToken = '' }) => Object.assign(message, { guestToken }),
    }),
  ],
  [
    nameOf(OrdersService.method.mergeGuest),
    guard(OrdersService.method.mergeGuest, {
      request: (message, { guestToken = '' }) => Object.assign(message, { guestToken }),
    }),
  ],
  [nameOf(startGuest), refuse],
  [nameOf(exchangeSession), refuse],
])

function guard<I extends DescMessage, O extends DescMessage>(
  { input, output }: DescMethodUnary<I, O>,
  {
    request,
    response,
  }: {
    request: (message: MessageShape<I>, host: HostSide) => void
    response?: (message: MessageShape<O>, host: HostSide) => Promise<void>
  },
): Guarded {
  return async (bytes, send, host) => {
    const message = fromBinary(input, bytes)
    request(message, host)
    const answer = await send(toBinary(input, message))
    if (!response) return answer
    const decoded = fromBinary(output, answer)
    await response(decoded, host)
    return toBinary(output, decoded)
  }
}

async function keepSession(answer: { setCookies: string[] }, { renewSession }: HostSide): Promise<void> {
  await renewSession(answer.setCookies)
  answer.setCookies = []
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('only the BFF host exchanges and starts sessions'))
}

function nameOf({ parent, name }: DescMethodUnary): string {
  return `${parent.typeName}/${name}`
}
