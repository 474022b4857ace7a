import { mostForgetOn } from '../most-forget-on.mjs'
import { callEnded } from './call-ended.mjs'
import { serviceClient } from './service-client.mjs'

/**
 * @typedef {import('@mallhive/mfe-kit/bff').BffContext} BffContext
 * @typedef {import('@mallhive/sandbox/program').Sandbox} Sandbox
 * @typedef {import('../host-messages.ts').CallContext} CallContext
 * @typedef {Extract<import('../host-messages.ts').HostMessage, { t: 'answer' }>} Answer
 * @typedef {Pick<typeof import('@bufbuild/protobuf'), 'create' | 'fromBinary' | 'toBinary'>} Protobuf
 *
 * @typedef {object} Call
 * @property {BffContext} context
 * @property {(answer: Answer, body: Buffer) => void} answered receives the host's answers to this call's requests
 * @property {() => string[] | undefined} forgetOn the events that the answer names; undefined when they are too many, or it must not be remembered
 * @property {() => void} end refuses later requests: the host no longer knows the call
 * @property {() => void} cancel ends the call and rejects its open requests
 */

/**
 * Creates the context of one call; its functions send messages to the host.
 * @param {object} options
 * @param {number} options.id
 * @param {CallContext} options.context
 * @param {(head: object, body?: Uint8Array) => void} options.send
 * @param {Protobuf} options.protobuf
 * @param {Sandbox['logFields']} options.logFields
 * @param {number} options.mostMessageChars
 * @returns {Call}
 */
export function openCall({
  id,
  context: { shared = false, ...context },
  send,
  protobuf,
  logFields,
  mostMessageChars,
}) {
  const cancelled = new AbortController()
  /** @type {Map<number, { resolve: (answer: { value: unknown, body: Buffer }) => void, reject: (error: Error) => void }>} */
  const waiting = new Map()
  let last = 0
  let ended = false
  /** @type {Set<string>} */
  const forgetOn = new Set()
  let isLacking = false
  /** @type {Promise<any> | undefined} */
  let guest

  /** @param {object} head @param {Uint8Array} [body] @returns {Promise<{ value: any, body: Buffer }>} */
  function ask(head, body) {
    if (ended) return Promise.reject(callEnded())
    const n = ++last
    return new Promise((resolve, reject) => {
      waiting.set(n, { resolve, reject })
      send({ ...head, id, n }, body)
    })
  }

  /** @param {'info' | 'warn' | 'error'} level */
  const logAt = (level) => (/** @type {object} */ fields, /** @type {string} */ message) =>
    send({ t: 'log', id, level, message: message.slice(0, mostMessageChars), fields: logFields(fields) })

  return {
    context: {
      ...context,
      client: (service) => serviceClient(service, protobuf, ask),
      startGuest: () => (guest ??= ask({ t: 'guest' }).then(({ value }) => value)),
      setCookie(name, value, { maxAgeSeconds }) {
        if (!/^[a-z][a-z0-9-]{0,30}$/.test(name) || !/^[\w.~-]{0,2000}$/.test(value))
          throw new Error(`the cookie "${name}" has a name or a value that a cookie may not have`)
        if (!Number.isSafeInteger(maxAgeSeconds) || maxAgeSeconds < 0)
          throw new Error(`the cookie "${name}" has a maxAgeSeconds that is no whole number of seconds`)
        if (ended) throw callEnded()
        send({ t: 'cookie', id, name, value, maxAgeSeconds })
      },
      signal: cancelled.signal,
      log: { info: logAt('info'), warn: logAt('warn'), error: logAt('error') },
      forgetOn({ typeName }, keys) {
        if (shared) for (const key of keys) forgetOn.add(`${typeName}:${key}`)
      },
      doNotRemember: () => void (isLacking = true),
    },
    forgetOn: () => (isLacking || forgetOn.size > mostForgetOn ? undefined : [...forgetOn]),
    answered({ n, value, error }, body) {
      const request = waiting.get(n)
      waiting.delete(n)
      if (error) request?.reject(Object.assign(new Error(error.message), error))
      else request?.resolve({ value, body })
    },
    end: () => void (ended = true),
    cancel() {
      ended = true
      cancelled.abort()
      for (const { reject } of waiting.values()) reject(callEnded())
      waiting.clear()
    },
  }
}
