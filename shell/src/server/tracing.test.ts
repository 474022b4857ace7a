import { once } from 'node:events'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { openTracing } from './open-tracing.ts'
import { inSpan } from './tracing.ts'

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
const given = `00-${traceId}-00f067aa0ba902b7-01`

interface Span {
  name: string
  spanId: string
  parentSpanId?: string
  status: { code?: number }
}

test('spans are exported with their parents, in the trace of the request', async () => {
  const spans: Span[] = []
  const collector = createServer((request, response) => {
    void json(request).then((body) => {
      const { resourceSpans } = body as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }
      spans.push(...resourceSpans.flatMap((it) => it.scopeSpans.flatMap((scope) => scope.spans)))
      return response.end('{}')
    })
  }).listen(0, '127.0.0.1')
  await once(collector, 'listening')
  const address = collector.address()
  const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = endpoint
  const tracing = await openTracing(process.env)
  delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT']

  const request = tracing.start('GET', given, 'server')
  expect(request.traceparent).toContain(traceId)
  await inSpan(tracing, 'load page', request.traceparent, async () => {})
  const late = inSpan(tracing, 'load fragment', request.traceparent, () => Promise.reject(new Error('late')))
  await expect(late).rejects.toThrow('late')
  request.end()
  await tracing[Symbol.asyncDispose]()
  collector.close()

  const [root] = spans.filter(({ name }) => name === 'GET')
  expect(root?.parentSpanId).toBe('00f067aa0ba902b7')
  const below = spans.filter(({ parentSpanId }) => parentSpanId === root?.spanId)
  expect(below.map(({ name, status }) => [name, status.code ?? 0])).toEqual([
    ['load page', 0],
    ['load fragment', 2],
  ])
})

test('without a collector an incoming trace is continued, and a malformed one is replaced', async () => {
  const tracing = await openTracing({})
  expect(tracing.start('GET', given).traceparent).toMatch(
    new RegExp(`^00-${traceId}-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$`),
  )
  expect(tracing.start('GET', 'nonsense').traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)
})
