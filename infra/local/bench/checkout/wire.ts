import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

import { Agent, request } from 'undici'

export type Passing = { method: string; path: string; headers: IncomingHttpHeaders; body: string }

/** Hooks on a request: each may change it and, by returning `lost`, drop it or its answer. */
type Tap = {
  before?: (passing: Passing) => 'lost' | void
  after?: (passing: Passing) => 'lost' | void
}

export type Wire = AsyncDisposable & { url: string; tap: Tap }

/** Opens an HTTP proxy to the target whose `tap` can change and drop requests and answers. */
export async function openWire(targetUrl: () => string): Promise<Wire> {
  const agent = new Agent({ connections: 256 })
  const tap: Tap = {}
  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await buffer(incoming)
    const { method = 'GET', url: path = '/', headers } = incoming
    const passing = { method, path, headers: { ...headers }, body: body.toString() }
    if (tap.before?.(passing) === 'lost') return void incoming.socket.destroy()
    const {
      connection: _connection,
      'transfer-encoding': _encoding,
      'content-length': _length,
      expect: _expect,
      ...sent
    } = passing.headers
    const answer = await request(new URL(path, targetUrl()), {
      method,
      headers: sent,
      body: body.length > 0 ? body : null,
      dispatcher: agent,
    })
    const content = Buffer.from(await answer.body.arrayBuffer())
    if (tap.after?.(passing) === 'lost') return void incoming.socket.destroy()
    const { 'transfer-encoding': _chunked, connection: _kept, 'keep-alive': _alive, ...told } = answer.headers
    outgoing.writeHead(answer.statusCode, { ...told, 'content-length': content.length }).end(content)
  }
  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch(() => incoming.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the wire has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    tap,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await agent.destroy()
    },
  }
}
