import { AsyncLocalStorage } from 'node:async_hooks'
import type { BundleFault } from '@mallhive/sandbox/bundle-fault'
import type { BundleMessage } from './bundle-messages.ts'
import type { BundleRequest, BundleResponse, CallScope } from './call-scope.ts'
import { openCallTime } from './call-time.ts'
import type { CallTime } from './call-time.ts'
import type { HostMessage } from './host-messages.ts'
import type { Channel } from '@mallhive/sandbox/open-channel'

export interface CallInFlight {
  id: number
  scope: CallScope
  /** Runs work in the caller's async context, which carries its trace and deadline. */
  within: <T>(work: () => T) => T
  /** Requests of the bundle to the host during the call. */
  requests: number
  time: CallTime
  resolve: (response: BundleResponse) => void
  reject: (error: Error) => void
}

export interface CallsInFlight {
  size: () => number
  /** Calls that have ended early and that the bundle has not confirmed to have cancelled. */
  unconfirmed: () => number
  /** Number of calls answered so far. */
  answered: () => number
  /** Sends a call. @throws Error when its signal aborts */
  open: (request: BundleRequest, scope: CallScope) => Promise<BundleResponse>
  get: (id: number) => CallInFlight | undefined
  /** Returns a call that ended early and about which the bundle may still send messages. */
  cancelled: (id: number) => CallInFlight | undefined
  /** Settles a call with the bundle's response. Returns false when no such call awaits one. */
  settle: (message: Extract<BundleMessage, { t: 'response' }>, body: Buffer) => boolean
  failAll: (fault: BundleFault) => void
}

/** @param onCancelled called after a call has ended early, by its deadline or its client */
export function openCallsInFlight(
  send: Channel<HostMessage>['send'],
  onCancelled: (call: CallInFlight) => void,
): CallsInFlight {
  const calls = new Map<number, CallInFlight>()
  const cancelled = new Map<number, CallInFlight>()
  let lastId = 0
  let answered = 0

  /** A call ends with its signal, whether or not the bundle reacts. */
  function cancel(call: CallInFlight): void {
    if (!calls.delete(call.id)) return
    cancelled.set(call.id, call)
    send({ t: 'cancel', id: call.id })
    call.reject(aborted())
    onCancelled(call)
  }

  return {
    size: () => calls.size,
    unconfirmed: () => cancelled.size,
    answered: () => answered,
    get: (id) => calls.get(id),
    cancelled: (id) => cancelled.get(id),
    open(request, scope) {
      if (scope.signal.aborted) return Promise.reject(aborted())
      const id = ++lastId
      const { promise, resolve, reject } = Promise.withResolvers<BundleResponse>()
      const within = AsyncLocalStorage.snapshot()
      const call = { id, scope, within, requests: 0, time: openCallTime(), resolve, reject }
      calls.set(id, call)
      const { body, ...head } = request
      send({ t: 'call', id, ...head, context: scope.context }, Buffer.from(body ?? ''))
      const onAbort = () => cancel(call)
      scope.signal.addEventListener('abort', onAbort, { once: true })
      return promise.finally(() => scope.signal.removeEventListener('abort', onAbort))
    },
    settle({ id, outcome, status, forgetOn }, body) {
      // An answer to the host's cancellation is no answer to the call.
      if (cancelled.delete(id)) return true
      const call = calls.get(id)
      if (!call) return false
      calls.delete(id)
      answered++
      if (outcome === 'answered' && status !== undefined) call.resolve({ status, body, forgetOn })
      else call.reject(new Error(`the call was ${outcome} by the bundle`))
      return true
    },
    failAll(fault) {
      for (const { reject } of calls.values()) reject(fault)
      calls.clear()
      cancelled.clear()
    },
  }
}

const aborted = () => new DOMException('The call ended before the bundle answered.', 'AbortError')
