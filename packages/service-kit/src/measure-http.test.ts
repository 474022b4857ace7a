import { metrics } from '@mallhive/process-kit/telemetry'
import { fastify } from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { measureAs, measureRequests } from './measure-http.ts'

const app = fastify()
measureRequests(app, 'test')
app.get('/things/:id', async () => 'found')
app.get('/batch', (request, reply) => {
  measureAs(request, { mfe: 'cart', routes: ['getCart', 'addItem'], status: 500 })
  return reply.send('two answers')
})
const url = await app.listen({ port: 0, host: '127.0.0.1' })
afterAll(() => app.close())

/** The lines of counts of requests, without the metric's name. */
async function counts(): Promise<string[]> {
  const text = await metrics.getSingleMetricAsString('http_server_duration_seconds')
  return text.split('\n').flatMap((line) => /_count(\{.*\} \d+)$/.exec(line)?.[1] ?? [])
}

test('a request is counted by its route’s pattern, so that ids make no series', async () => {
  for (const id of ['1', '2', '3']) await (await fetch(`${url}/things/${id}`)).text()
  await expect.poll(counts).toEqual(['{part="test",mfe="",route="/things/:id",status="200"} 3'])
})

test('a request counts under the names that its handler gives it, each once', async () => {
  await (await fetch(`${url}/batch`)).text()
  await expect
    .poll(counts)
    .toEqual(
      expect.arrayContaining([
        '{part="test",mfe="cart",route="getCart",status="500"} 1',
        '{part="test",mfe="cart",route="addItem",status="500"} 1',
      ]),
    )
})
