import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

import { request } from 'undici'
import { expect, test } from 'vitest'

import { edgeTable } from './edge-table.ts'
import { sendAnswer } from './send-answer.ts'
import { listen } from './testing.ts'

test.each(['identity', 'br'])(
  'a client that does not read holds no upstream connection (%s)',
  async (encoding) => {
    const origin = await listen(
      createServer((_, response) => {
        response.setHeader('content-type', 'text/html')
        response.write(randomBytes(600_000).toString('base64'))
        response.end()
      }),
    )
    // A response without a connection buffers a few kilobytes and never drains.
    const incoming = new IncomingMessage(new Socket())
    incoming.headers['accept-encoding'] = encoding
    const [route] = edgeTable.routes
    if (!route) throw new Error('routes.json is empty')
    const answer = await request(origin)
    const sent = sendAnswer(incoming, new ServerResponse(incoming), { route, security: {} }, answer)
    await once(answer.body, 'end')
    expect(await Promise.race([sent.then(() => 'sent'), Promise.resolve('waiting')])).toBe('waiting')
  },
)
