import { metrics } from '@mallhive/process-kit/telemetry'
import { measureRequests } from '@mallhive/service-kit/measure-http'
import { fastify } from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { nameProcedures } from './name-procedures.ts'

const app = fastify()
measureRequests(app, 'bff')
app.get<{ Params: { procedures: string; status: string }; Querystring: { body: string } }>(
  '/:status/:procedures',
  async (request, reply) => {
    const status = Number(request.params.status)
    const body = Buffer.from(request.query.body ?? '')
    nameProcedures(request, 'cart', request.params.procedures.split(','))({ status, body })
    return reply.code(status).send(body)
  },
)
const url = await app.listen({ port: 0, host: '127.0.0.1' })
afterAll(() => app.close())

const ask = async (path: string) => void (await (await fetch(`${url}/${path}`)).text())
async function counts(): Promise<string[]> {
  const text = await metrics.getSingleMetricAsString('http_server_duration_seconds')
  return text
    .split('\n')
    .flatMap(
      (line) =>
        /_count\{part="bff",mfe="cart",route="(.*)"\} /.exec(line)?.[1]?.replace('",status="', ' ') ?? [],
    )
}

test('names that visitors invent make no series: only a procedure that has answered has its own', async () => {
  await ask('404/invented')
  await ask('207/getCart,invented')
  await ask('200/getCart')
  await expect.poll(counts).toEqual(['other 404', 'other 207', 'getCart 200'])
})

test('a batch with a failed procedure counts as failed, one with a refused procedure does not', async () => {
  await ask(`207/getCart?body=${encodeURIComponent('[{"error":{"data":{"httpStatus":409}}}]')}`)
  await ask(`207/getCart?body=${encodeURIComponent('[{"error":{"data":{"httpStatus":500}}}]')}`)
  await expect.poll(counts).toEqual(expect.arrayContaining(['getCart 207', 'getCart 500']))
})
