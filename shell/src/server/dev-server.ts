import { request } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { headersFor } from '@mallhive/release-runtime/file-headers'

const address = /^\/_mall\/dev\/(\d{4,5})\/(?:[\da-z]{6,64}\/(web(?:\/[\w-][\w.-]*)+)|events)$/

/**
 * Proxies browser files and events of a team's dev server, so that a pinned page has one origin. See
 * docs/contracts/dev-server.md. Answers 404 for other paths.
 */
export function serveDevServer(req: IncomingMessage, res: ServerResponse): void {
  const [, port, file] = address.exec(req.url ?? '') ?? []
  if (!port) return void res.writeHead(404).end()
  const path = file ?? 'events'
  const onward = request({ host: '127.0.0.1', port: Number(port), path: `/${path}` }, (answer) => {
    const type = file ? headersFor(file).contentType : 'text/event-stream'
    // `no-transform`, because a compressor would delay events.
    res.writeHead(answer.statusCode ?? 502, {
      'content-type': type,
      'cache-control': 'no-store, no-transform',
    })
    res.flushHeaders()
    answer.pipe(res)
  })
  onward.on('error', () => (res.headersSent ? res.destroy() : res.writeHead(502).end()))
  res.on('close', () => onward.destroy())
  onward.end()
}
