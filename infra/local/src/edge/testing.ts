import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'

import { onTestFinished } from 'vitest'

import { createEdge, type EdgeOptions } from './edge.ts'
import { type EdgeTable, edgeTable, originNames } from './edge-table.ts'

/** Opens a server for the running test and returns its address. */
export async function listen(server: Server): Promise<string> {
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

type Variation = { config?: Partial<EdgeOptions>; table?: Partial<EdgeTable> }

/** Opens an edge whose origins are all the given handler, each below a path of its name; without one they are unreachable. */
export async function edgeTo(handler?: RequestListener, { config, table }: Variation = {}): Promise<string> {
  const origin = handler ? await listen(createServer(handler)) : 'http://127.0.0.1:1'
  const options = {
    EDGE_ORIGINS: Object.fromEntries(originNames(edgeTable).map((name) => [name, `${origin}/${name}`])),
    EDGE_HOSTS: 'shop.localhost:4000',
    PUBLIC_ORIGIN: 'http://localhost:4000',
    PREVIEW_ORIGIN: 'http://preview.localhost:4000',
    HOST: '127.0.0.1',
    RATE_LIMIT_SCALE: 1,
    ...config,
  }
  return listen(createEdge(options, { ...edgeTable, ...table }))
}

type Seen = Pick<IncomingMessage, 'method' | 'url' | 'headers'> & { connections: number }

/** Opens an edge whose origins record every request and answer 200 with an HTML page. */
export async function recordedEdge(variation?: Variation): Promise<{ edge: string; seen: Seen[] }> {
  const seen: Seen[] = []
  const edge = await edgeTo(({ method, url, headers, socket }, response) => {
    seen.push({ method, url, headers, connections: socket.remotePort ?? 0 })
    response.setHeader('content-type', 'text/html').end('<script>alert(document.cookie)</script>')
  }, variation)
  return { edge, seen }
}

export async function connectTo(edge: string): Promise<Socket> {
  const { port, hostname } = new URL(edge)
  const socket = connect(Number(port), hostname)
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  return socket
}

/** Writes raw bytes to a connection and returns the whole answer. */
export async function rawAnswer(edge: string, head: string, body = ''): Promise<string> {
  const socket = await connectTo(edge)
  socket.write(`${head}\r\nConnection: close\r\n\r\n${body}`)
  return text(socket)
}
