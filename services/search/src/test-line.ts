import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A line to a server that can hang or be cut. */
export interface Line extends AsyncDisposable {
  /** The server's URL, at this end of the line. */
  url: string
  /** Connections stay, and nothing passes any more. */
  hang(): void
  /** Connections break, and new ones are refused. */
  cut(): Promise<void>
  /** Lets everything pass again, what was held up first. */
  mend(): Promise<void>
}

/** Opens a line to the server at `url`. */
export async function openLine(url: string): Promise<Line> {
  const { hostname, port } = new URL(url)
  const pairs = new Set<[near: Socket, far: Socket]>()
  let isHanging = false
  const joined = ([near, far]: [Socket, Socket]) => near.pipe(far).pipe(near)
  const server = createServer((near) => {
    const pair: [Socket, Socket] = [near, connect(Number(port), hostname)]
    pairs.add(pair)
    for (const socket of pair) {
      socket.on('error', () => {})
      socket.on('close', () => {
        for (const end of pair) end.destroy()
        pairs.delete(pair)
      })
    }
    if (!isHanging) joined(pair)
  })
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    return typeof address === 'object' && address ? address.port : 0
  }
  const own = await listen(0)
  const cut = async () => {
    const closed = server.listening ? once(server, 'close') : undefined
    server.close()
    for (const [near, far] of pairs) {
      near.destroy()
      far.destroy()
    }
    await closed
  }
  return {
    url: Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(own) }).href,
    hang() {
      isHanging = true
      for (const [near, far] of pairs) {
        near.unpipe(far).pause()
        far.unpipe(near).pause()
      }
    },
    cut,
    async mend() {
      isHanging = false
      for (const pair of pairs) joined(pair)
      if (!server.listening) await listen(own)
    },
    [Symbol.asyncDispose]: cut,
  }
}
