import { once } from 'node:events'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What a runtime has posted: paths without the version of the API, and bodies. */
export type Posted = [path: string, body: unknown][]

/**
 * Plays Lambda's runtime API (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html), which gives events one after the other,
 * to the runtime that `start` starts with its address, and ends the connection when it asks for more, which ends the runtime. Resolves
 * with what it has posted.
 */
export async function playLambda(
  events: unknown[],
  start: (api: string) => Promise<{ ended: Promise<unknown> }>,
): Promise<Posted> {
  const posted: Posted = []
  const waiting = [...events.entries()]
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url?.replace('/2018-06-01/runtime', '') ?? ''
    if (request.method === 'POST') {
      posted.push([path, JSON.parse(await text(request))])
      response.writeHead(202).end('{"status":"OK"}')
      return
    }
    const next = waiting.shift()
    if (next)
      response.setHeader('lambda-runtime-aws-request-id', String(next[0])).end(JSON.stringify(next[1]))
    else response.destroy()
  }
  await using server = createServer((request, response) => void answer(request, response))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const runtime = await start(`127.0.0.1:${(server.address() as AddressInfo).port}`)
  await runtime.ended
  return posted
}
