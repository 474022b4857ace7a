import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { sql } from 'drizzle-orm'
import { expect, inject, onTestFinished, test } from 'vitest'
import * as schema from '../fixtures/schema.ts'
import { isDatabaseDown } from './database-down.ts'
import { openDb } from './db.ts'

test('a statement is parsed and planned once for all its values', async () => {
  await using db = openDb(inject('engines').postgresUrl, { schema, poolSize: 1 })
  for (const n of [1, 2, 3]) await db.execute(sql`select ${n}::int + 1`)
  const { rows } = await db.execute(
    sql`select generic_plans, custom_plans from pg_prepared_statements where statement = 'select $1::int + 1'`,
  )
  expect(rows).toEqual([{ generic_plans: '3', custom_plans: '0' }])
})

test('a connection that is lost between two statements of a transaction fails the transaction only', async () => {
  const url = inject('engines').postgresUrl
  await using db = openDb(url, { schema, poolSize: 1 })
  await using other = openDb(url, { schema, poolSize: 1 })
  const client = await db.$client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() pid')
    // `once` of node:events would listen for the error itself.
    const lost = new Promise<void>((resolve) => client.on('end', resolve))
    await other.execute(sql`select pg_terminate_backend(${rows[0]?.pid}::int)`)
    await lost
    await expect(client.query('select 1')).rejects.toThrow('not queryable')
  } finally {
    client.release()
  }
  expect((await db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }])
})

/** Opens a line to the database that can be silenced: connections stay, and nothing passes. */
async function openLine() {
  const { hostname, port } = new URL(inject('engines').postgresUrl)
  const sockets: Socket[] = []
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    sockets.push(near, far)
    near.pipe(far).pipe(near)
    for (const socket of [near, far]) socket.on('error', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  const address = server.address()
  const url = new URL(inject('engines').postgresUrl)
  url.port = String(typeof address === 'object' ? address?.port : 0)
  return {
    url: url.href,
    hang: () => sockets.forEach((socket) => void socket.unpipe().pause()),
  }
}

const statementMs = 300

test('a statement that takes too long is ended by the server', async () => {
  await using db = openDb(inject('engines').postgresUrl, { schema, poolSize: 1, statementMs })
  const late = await db.execute(sql`select pg_sleep(60)`).catch((error: unknown) => error)
  expect(late).toMatchObject({ cause: { code: '57014' } })
  expect(isDatabaseDown(late)).toBe(true)
})

test('a server that hangs is given up, in transactions too, and its connection is not used again', async () => {
  const line = await openLine()
  await using db = openDb(line.url, { schema, poolSize: 1, statementMs })
  await db.execute(sql`select 1`)
  const ended = db.transaction(async (tx) => {
    await tx.execute(sql`select 1`)
    line.hang()
    await tx.execute(sql`select 2`)
  })
  expect(isDatabaseDown(await ended.catch((error: unknown) => error))).toBe(true)
  expect((await db.execute(sql`select 3 as three`)).rows).toEqual([{ three: 3 }])
})

test.each<[string, (url: URL) => unknown]>([
  ['refuses connections', (url) => (url.port = '1')],
  ['has an unknown address', (url) => (url.hostname = 'unknown.invalid')],
])('a server that %s is down', async (_, change) => {
  const url = new URL(inject('engines').postgresUrl)
  change(url)
  await using db = openDb(url.href, { schema, poolSize: 1 })
  expect(isDatabaseDown(await db.execute(sql`select 1`).catch((error: unknown) => error))).toBe(true)
})

test.each([
  ['disk_full', true],
  ['too_many_connections', true],
  ['out_of_memory', true],
  ['admin_shutdown', true],
  ['unique_violation', false],
  ['undefined_table', false],
])('an error of the condition %s says that the server is down: %s', async (condition, isDown) => {
  await using db = openDb(inject('engines').postgresUrl, { schema, poolSize: 1 })
  const raised = sql.raw(`do $$ begin raise exception using errcode = '${condition}'; end $$`)
  expect(isDatabaseDown(await db.execute(raised).catch((error: unknown) => error))).toBe(isDown)
})
