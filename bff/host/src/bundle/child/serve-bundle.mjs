import { compileFunction } from 'node:vm'
import { openCall } from './open-call.mjs'

/**
 * @typedef {import('./open-call.mjs').Call} Call
 * @typedef {import('./open-call.mjs').Protobuf} Protobuf
 * @typedef {import('../host-messages.ts').HostMessage} HostMessage
 * @typedef {import('@mallhive/mfe-kit/bff').BffModule} BffModule
 */

/**
 * Handles the host's messages: the first one carries the bundle's code, later ones call it.
 * @param {import('@mallhive/sandbox/program').Sandbox & { protobuf: Protobuf }} options
 * @returns {(head: any, body: Buffer) => void}
 */
export function serveBundle({ send, protobuf, requireBuiltin, logFields, mostMessageChars, maxFrameBytes }) {
  const mostAnswerBytes = maxFrameBytes - 64 * 1024
  /** @type {Map<number, Call>} */
  const calls = new Map()
  /** @type {BffModule | undefined} */
  let bundle

  /** @param {HostMessage} head @param {Buffer} body */
  return (head, body) => {
    switch (head.t) {
      case 'start':
        bundle = evaluate(body.toString(), head.filename, requireBuiltin)
        // Node loads its fetch classes when they are used first: not in the first call.
        void new Response(new Request('http://bff/').url)
        return send({ t: 'ready', declared: declaredBy(bundle) })
      case 'call':
        return void answer(head, body)
      case 'cancel':
        return cancel(head.id)
      case 'answer':
        return calls.get(head.id)?.answered(head, body)
      case 'ping':
        return send({ t: 'pong', n: head.n })
    }
  }

  /** @param {number} id */
  function cancel(id) {
    const call = calls.get(id)
    // The call may have been answered before the host's message arrived.
    if (!call) return
    calls.delete(id)
    call.cancel()
    send({ t: 'response', id, outcome: 'cancelled' })
  }

  /** @param {Extract<HostMessage, { t: 'call' }>} head @param {Buffer} body */
  async function answer({ id, endpoint, url, method, contentType, context }, body) {
    const call = openCall({ id, context, send, protobuf, logFields, mostMessageChars })
    calls.set(id, call)
    const response = await respond()
    call.end()
    // A cancelled call was answered when it was cancelled.
    if (calls.delete(id)) send(response.head, response.bytes)

    async function respond() {
      try {
        if (!bundle) throw new Error('call received before the bundle’s code')
        const headers = { 'content-type': contentType }
        const request = new Request(url, {
          method,
          headers,
          body: method === 'GET' ? undefined : Buffer.from(body),
        })
        const answered = await bundle.handle(request, call.context, endpoint)
        const bytes =
          'arrayBuffer' in answered
            ? new Uint8Array(await answered.arrayBuffer())
            : Buffer.from(answered.body)
        if (bytes.length > mostAnswerBytes) throw new Error(`an answer of ${bytes.length} bytes is too large`)
        const { status } = answered
        const forgetOn = context.shared ? call.forgetOn() : undefined
        return { head: { t: 'response', id, outcome: 'answered', status, forgetOn }, bytes }
      } catch (error) {
        call.context.log.error({ err: error }, 'the bundle failed to answer')
        return { head: { t: 'response', id, outcome: 'failed' }, bytes: undefined }
      }
    }
  }
}

/** @param {BffModule} bundle */
const declaredBy = ({ perMinute, cost, publicFor, anonymousFor, forLoaders }) => ({
  perMinute,
  cost,
  publicFor,
  anonymousFor,
  forLoaders,
})

/**
 * @param {string} code @param {string} filename @param {(name: string) => unknown} require
 * @returns {BffModule}
 * @throws Error when the code throws or exports something else
 */
function evaluate(code, filename, require) {
  const module = { exports: {} }
  compileFunction(code, ['exports', 'module', 'require'], { filename })(module.exports, module, require)
  if (isBffModule(module.exports)) return module.exports
  throw new Error('the BFF bundle does not export handle and perMinute')
}

/** @param {object} exports @returns {exports is BffModule} */
function isBffModule(exports) {
  return (
    'handle' in exports &&
    typeof exports.handle === 'function' &&
    'perMinute' in exports &&
    typeof exports.perMinute === 'object'
  )
}
