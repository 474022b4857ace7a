import { expect, test } from 'vitest'
import { log } from './log.ts'
import type { RequestScope } from './request-scope.ts'
import { testShellProcess } from './testing.ts'

test('a line about a request carries its trace, by which lines of all processes are joined', async () => {
  const shell = await testShellProcess({ PUBLIC_ORIGIN: 'http://localhost:4000' })
  const lines: unknown[] = []
  shell.log.warn = (fields: unknown) => void lines.push(fields)
  const [traceId, spanId] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7']
  const scope = { traceparent: `00-${traceId}-${spanId}-01` } as RequestScope
  shell.requests.run(scope, () => log('warn', 'a page is left to the browser', { url: '/' }))
  log('warn', 'no request', { url: '/' })
  expect(lines).toEqual([{ traceId, spanId, url: '/' }, { url: '/' }])
})
