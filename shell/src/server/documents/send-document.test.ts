import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createElement, Suspense, use } from 'react'
import type { ReactNode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ClientOnly } from '@mallhive/mfe-kit/host/client-only'
import { startDocument } from '../../document/start-document.ts'
import { sendDocument } from './send-document.ts'

let tree: ReactNode
let errors: unknown[] = []
const deadlineMs = 200
const server = createServer(
  (_, res) =>
    void startDocument({
      render: (events) => renderToPipeableStream(tree, events),
      status: () => 404,
      onError: (error) => errors.push(error),
      deadlineMs,
    }).then(
      (document) => sendDocument(res, document),
      () => res.writeHead(500).end(),
    ),
)
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => void server.close())

function get(
  shown: ReactNode,
  signal?: AbortSignal,
  headers: Record<string, string> = {},
): Promise<Response> {
  tree = shown
  errors = []
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { signal, headers })
}

const Waiting = ({ words }: { words: Promise<string> }) => createElement('p', null, use(words))
const waiting = (words: Promise<string>) =>
  createElement(
    'main',
    null,
    'ready',
    createElement(Suspense, { fallback: '…' }, createElement(Waiting, { words })),
  )

test('a document in which nothing suspends is sent whole, with its length and its status', async () => {
  const answer = await get(createElement('main', null, 'ready'))
  expect([answer.status, answer.headers.get('content-length')]).toEqual([404, '18'])
  expect(await answer.text()).toBe('<main>ready</main>')
})

test.each(['br', 'gzip'])('a whole document is compressed for a client that accepts %s', async (coding) => {
  const text = 'ready '.repeat(400)
  const answer = await get(createElement('main', null, text), undefined, { 'accept-encoding': coding })
  const { headers } = answer
  expect(headers.get('content-encoding')).toBe(coding)
  expect(Number(headers.get('content-length'))).toBeLessThan(200)
  expect(await answer.text()).toBe(`<main>${text}</main>`)
})

test('what suspends is streamed behind the rest', async () => {
  const { promise, resolve } = Promise.withResolvers<string>()
  const answer = await get(waiting(promise))
  expect(answer.headers.get('content-length')).toBeNull()
  const reader = answer.body?.getReader()
  expect(String(Buffer.from((await reader?.read())?.value ?? []))).toContain('ready')
  resolve('late')
  let rest = ''
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
    rest += String(Buffer.from(part.value))
  expect(rest).toContain('late')
  expect(errors).toEqual([])
})

test('what suspends beyond the deadline is left to the browser', async () => {
  const answer = await get(waiting(new Promise(() => {})))
  expect(await answer.text()).toContain('…')
  expect(errors).toMatchObject([{ message: `did not finish within ${deadlineMs} ms` }])
})

test('a document that cannot begin is refused with its error', async () => {
  const Broken = () => {
    throw new Error('broken')
  }
  const answer = await get(createElement(Broken))
  expect(answer.status).toBe(500)
  expect(errors).toMatchObject([{ message: 'broken' }])
})

test('content that is left to the browser is no error', async () => {
  const Elsewhere = () => {
    throw new ClientOnly('in the browser')
  }
  const answer = await get(
    createElement('main', null, createElement(Suspense, { fallback: '…' }, createElement(Elsewhere))),
  )
  expect(await answer.text()).toContain('CLIENT_ONLY')
  expect(errors).toEqual([])
})
