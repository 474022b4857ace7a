import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { handler } from './handler.ts'
import { requestScope, shellProcess } from './shell-process.ts'
import { openServedDocuments, type ServedDocuments } from './served-documents.ts'
import { shopperAt, testRelease, testShellProcess } from './testing.ts'

type Totals = { process: string; minutes: { mfe: string; documents: number; failedDocuments: number }[] }

/** The requests that release-health got, and the status of its next answers. */
let requests: Totals[] = []
let status = 200
const health = createServer((req, res) => void take(req, res))

async function take(req: IncomingMessage, res: ServerResponse): Promise<void> {
  requests.push((await json(req)) as Totals)
  res.writeHead(status).end('{}')
}
const { privateKey } = generateKeyPairSync('ed25519')
const PART_KEY = privateKey.export({ type: 'pkcs8', format: 'pem' })
let served: ServedDocuments

beforeAll(async () => {
  await once(health.listen(0, '127.0.0.1'), 'listening')
})
beforeEach(() => {
  requests = []
  const { port } = health.address() as AddressInfo
  const env = { RELEASE_HEALTH_URL: `http://127.0.0.1:${port}`, PART_KEY }
  served = openServedDocuments(env, { warn() {} })
})
afterAll(() => void health.close())

const releases = [testRelease('cart', '1.5.0'), testRelease('home', '2.0.0')]
const document = (failed: string[] = []) => ({ servedAtMs: Date.now(), releases, failed: new Set(failed) })
const totals = () => requests.at(-1)?.minutes.map((it) => `${it.mfe} ${it.failedDocuments}/${it.documents}`)

test('a document counts once for each of its releases, and what did not change is not sent again', async () => {
  for (const failed of [[], ['home'], []]) served.count(document(failed))
  await served.flush()
  expect(totals()).toEqual(['cart 0/3', 'home 1/3'])
  await served.flush()
  expect(requests).toHaveLength(1)
})

test('totals that release-health did not take are sent again, with what was served meanwhile', async () => {
  status = 503
  served.count(document())
  await expect(served.flush()).rejects.toThrow('503')
  status = 200
  served.count(document(['cart']))
  await served.flush()
  expect(totals()).toEqual(['cart 1/2', 'home 0/2'])
  expect(new Set(requests.map(({ process }) => process)).size).toBe(1)
})

test('a loader that failed and a remote that threw count for their release, an answer without a document does not', async () => {
  const shell = await testShellProcess({})
  shell.served = served
  shell.releases = {
    ...shell.releases,
    visitor: () => shopperAt('http://localhost:4000'),
    assign: () => Object.fromEntries(releases.map((release) => [release.name, release])),
  }
  const page = (render: () => void) =>
    handler(
      async (_, res) => {
        render()
        res.end()
      },
      { ready: true },
      () => {},
    )
  const renders = [
    () => {},
    () => void (requestScope().servedAtMs = Date.now()),
    () => {
      requestScope().servedAtMs = Date.now()
      requestScope().failed.add('cart')
      requestScope().unfinished.add('home/footer')
    },
  ]
  for (const render of renders) {
    const server = createServer(page(render))
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo
    await (await fetch(`http://127.0.0.1:${port}/`)).text()
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  expect(shellProcess().served).toBe(served)
  await served.flush()
  expect(totals()).toEqual(['cart 1/2', 'home 1/2'])
})
