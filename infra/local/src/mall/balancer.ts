import { once } from 'node:events'
import { type Socket, createConnection, createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

import { listenerOf } from './addresses.ts'

const probeEveryMs = 250
const probeTimeoutMs = 2000
/** Replicas that do not answer in time are taken away after this many probes; those that say no, or are gone, at once. */
const mostSilentProbes = 3

type Replica = { url: string; ready: boolean; silent: number }

export type Balancer = AsyncDisposable & {
  /** Whether new connections go to the replica at this address. */
  sendsTo(url: string): boolean
}

/**
 * Stands in front of a part's replicas, as a Service of Kubernetes does: each new connection goes to the next replica that is
 * ready, established ones stay where they are. A replica that refuses a connection is passed over for the next one.
 * @param options.url the address to listen at
 * @param options.readyPath answers 200 at each replica that takes new connections
 */
export async function openBalancer(options: {
  url: string
  replicas: string[]
  readyPath?: string
}): Promise<Balancer> {
  const { host, port } = listenerOf(options.url)
  const closing = new AbortController()
  const replicas = options.replicas.map((url): Replica => ({ url, ready: false, silent: 0 }))
  const clients = new Set<Socket>()
  let turn = 0

  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (client) => {
    clients.add(client)
    client.on('error', () => client.destroy()).once('close', () => clients.delete(client))
    turn++
    const inTurn = replicas.map((_, index) => replicas[(index + turn) % replicas.length])
    void connect(
      client,
      inTurn.flatMap((replica) => (replica?.ready ? [replica] : [])),
    )
  })
  server.listen(port, host)
  await once(server, 'listening')
  const probing = replicas.map((replica) => probe(replica, options.readyPath ?? '/readyz', closing.signal))

  return {
    sendsTo: (url) => replicas.some((replica) => replica.url === url && replica.ready),
    async [Symbol.asyncDispose]() {
      closing.abort()
      server.close()
      for (const client of clients) client.destroy()
      await Promise.all(probing)
    },
  }
}

async function connect(client: Socket, [first, ...others]: Replica[]): Promise<void> {
  if (!first || client.destroyed) return void client.destroy()
  const upstream = createConnection({ ...listenerOf(first.url), allowHalfOpen: true, noDelay: true })
  try {
    await once(upstream, 'connect')
  } catch {
    first.ready = false
    return connect(client, others)
  }
  client.setNoDelay(true)
  join(client, upstream)
  join(upstream, client)
}

/** Passes on what `from` sends, its end, and its failure as one. */
function join(from: Socket, to: Socket): void {
  from.pipe(to)
  from.on('error', () => to.destroy())
  from.once('close', () => (from.readableEnded ? to.end() : to.destroy()))
}

async function probe(replica: Replica, path: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const timeout = AbortSignal.timeout(probeTimeoutMs)
    const said = await fetch(replica.url + path, { signal: AbortSignal.any([signal, timeout]) }).then(
      async ({ ok, body }) => (await body?.cancel(), ok),
      () => (timeout.aborted ? undefined : false),
    )
    replica.silent = said === undefined ? replica.silent + 1 : 0
    replica.ready = said ?? (replica.ready && replica.silent < mostSilentProbes)
    await delay(probeEveryMs, undefined, { signal }).catch(() => {})
  }
}
