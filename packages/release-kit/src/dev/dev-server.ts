import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Server, ServerResponse } from 'node:http'
import { headersFor } from '@mallhive/release-runtime/file-headers'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { DevRelease } from './watch.ts'

export interface DevServer extends AsyncDisposable {
  port: number
  offer: (release: DevRelease) => void
  /** Sends the compilers' errors to all listeners; before the first build, release.json responds with them. */
  explain: (problem: string) => void
}

const portsTried = 50
// Documents of earlier builds may still be loading their files.
const kept = 3

/**
 * Serves the latest build as docs/contracts/dev-server.md specifies, on port `wanted` or the next free one.
 * @throws ReleaseError BUSY when no port is free
 */
export async function openDevServer(wanted: number): Promise<DevServer> {
  const listening = new Set<ServerResponse>()
  let builds: DevRelease[] = []
  let problem: string | undefined

  const server = createServer(({ url = '/' }, res) => {
    const path = new URL(url, 'http://dev.invalid').pathname.slice(1)
    const [latest] = builds
    if (path === 'events') listen(res)
    else if (!latest) end(res, 503, problem ?? 'still building')
    else if (path === 'release.json') endJson(res, latest)
    else endFile(res, path)
  })

  function listen(res: ServerResponse) {
    res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    listening.add(res)
    res.on('close', () => listening.delete(res))
    const built = builds[0] ? message(builds[0]) : ': nothing is built yet\n\n'
    res.write(built + (problem ? problemEvent(problem) : ''))
  }

  function endFile(res: ServerResponse, path: string) {
    const bytes = builds.find(({ files }) => files.has(path))?.files.get(path)
    if (!bytes) return end(res, 404, 'no such file')
    res
      .writeHead(200, { 'content-type': headersFor(path).contentType, 'cache-control': 'no-store' })
      .end(bytes)
  }

  const port = await listenFrom(server, wanted)
  return {
    port,
    offer(release) {
      builds = [release, ...builds].slice(0, kept)
      problem = undefined
      for (const res of listening) res.write(message(release))
    },
    explain(text) {
      problem = text
      for (const res of listening) res.write(problemEvent(text))
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}

const message = ({ hash }: DevRelease) => `data: ${hash}\n\n`

const problemEvent = (text: string) =>
  `event: problem\n${text
    .split('\n')
    .map((line) => `data: ${line}\n`)
    .join('')}\n`

function end(res: ServerResponse, status: number, text: string): void {
  res
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .end(text)
}

function endJson(res: ServerResponse, { descriptor }: DevRelease): void {
  res.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  res.end(JSON.stringify(descriptor))
}

async function listenFrom(server: Server, port: number, tries = portsTried): Promise<number> {
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return port
  } catch {
    if (tries > 1) return listenFrom(server, port + 1, tries - 1)
    throw new ReleaseError('BUSY', `no port up to ${port} is free`)
  }
}
