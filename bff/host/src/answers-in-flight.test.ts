import { once } from 'node:events'
import { connect } from 'node:net'
import { PassThrough } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAnswersInFlight } from './answers-in-flight.ts'
import { openTestHost } from './testing.ts'

let host: Awaited<ReturnType<typeof openTestHost>>
beforeAll(async () => void (host = await openTestHost({ RATE_LIMIT_SCALE: '10' })))
afterAll(() => host[Symbol.asyncDispose]())

/** Calls a procedure and reads only the beginning of the answer. */
async function slowReader(procedure: string) {
  const { hostname, port } = new URL(host.url)
  const socket = connect(Number(port), hostname)
  socket.write(`GET /api/team/${procedure} HTTP/1.1\r\nHost: x\r\n\r\n`)
  await once(socket, 'readable')
  return socket
}

const ask = async (procedure: string) => {
  const answer = await fetch(`${host.url}/api/team/${procedure}`)
  const text = await answer.text()
  return [answer.status, /"reason":"(\w+)"/.exec(text)?.[1]]
}

test('answers that clients do not read take a bounded part of the host’s memory, until the clients have gone', async () => {
  expect(await ask('big')).toEqual([200, undefined])
  const readers = []
  for (let n = 0; n < 5; n++) readers.push(await slowReader('big'))
  expect(await ask('big')).toEqual([503, 'BUNDLE_BUSY'])
  expect(await ask('version')).toEqual([200, undefined])
  for (const reader of readers) reader.destroy()
  await expect.poll(() => ask('big'), { timeout: 10_000 }).toEqual([200, undefined])
}, 40_000)

test('one micro frontend’s unread answers leave others their own room, and a client has limited time', async () => {
  const answers = openAnswersInFlight({ mostBytes: 100, readWithinMs: 50 })
  const [unread, read] = [new PassThrough(), new PassThrough()]
  expect(answers.hold('cart', 60, unread)).toBe(true)
  expect(answers.hold('cart', 60, read)).toBe(false)
  expect(answers.hold('home', 60, read)).toBe(true)
  read.destroy()
  await once(unread, 'close')
  expect(answers.hold('cart', 60, new PassThrough())).toBe(true)
  expect(answers.hold('home', 60, new PassThrough())).toBe(true)
})

test('an answer whose client has gone already holds nothing', async () => {
  const answers = openAnswersInFlight({ mostBytes: 100, readWithinMs: 60_000 })
  const gone = new PassThrough().destroy()
  await wait(0)
  expect(answers.hold('cart', 100, gone)).toBe(true)
  expect(answers.hold('cart', 100, new PassThrough().destroy())).toBe(true)
})
