import { type IncomingHttpHeaders, IncomingMessage, type Server, ServerResponse } from 'node:http'
import { Duplex } from 'node:stream'

/**
 * Makes a server on a loopback address answer its own pages, links to it, and programs that are no browsers. maildev lets
 * scripts of every website read and delete mails (`access-control-allow-origin`), and knows no host name, so that a name that
 * is rebound to 127.0.0.1 would reach it too.
 */
export function refuseOtherSites(server: Server): void {
  const emit = server.emit.bind(server)
  server.emit = (event: string, ...args: unknown[]) => {
    const [request, to] = args
    if (!(request instanceof IncomingMessage) || isOwn(request)) return emit(event, ...args)
    if (to instanceof ServerResponse)
      to.writeHead(403, { 'content-type': 'text/plain' }).end('The inbox answers its own pages only.\n')
    // An upgrade to a WebSocket.
    else if (to instanceof Duplex) to.destroy()
    return true
  }
}

function isOwn({ headers, method, socket }: IncomingMessage): boolean {
  const { host = '', origin, 'sec-fetch-site': site = 'none' } = headers
  if (host !== `localhost:${socket.localPort}` && host !== `127.0.0.1:${socket.localPort}`) return false
  if (origin !== undefined && origin !== `http://${host}`) return false
  return site === 'none' || site === 'same-origin' || (method === 'GET' && isNavigation(headers))
}

const isNavigation = (headers: IncomingHttpHeaders) =>
  headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
