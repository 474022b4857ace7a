import { subscribe } from 'node:diagnostics_channel'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import type { FastifyInstance } from 'fastify'
import { startFauxqs } from 'fauxqs'
import { z } from 'zod'

import { privateDir } from '../private-dir.ts'
import { guardAccess } from './access-guard.ts'
import { guardConditionalWrites } from './conditional-writes.ts'

const env = z
  .object({
    PORT: z.coerce.number(),
    DATA_DIR: z.string().optional(),
    AWS_ACCESS_KEY_ID: z.string().min(1),
    AWS_SECRET_ACCESS_KEY: z.string().min(1),
  })
  .parse(process.env)
const { PORT: port, DATA_DIR: dataDir } = env
const credentials = { accessKeyId: env.AWS_ACCESS_KEY_ID, secretAccessKey: env.AWS_SECRET_ACCESS_KEY }

// The emulator does not expose its Fastify instance; Fastify publishes every new instance on this channel.
subscribe('fastify.initialization', (message) => {
  const { fastify } = message as { fastify: FastifyInstance }
  guardAccess(fastify, credentials)
  guardConditionalWrites(fastify)
  const listen = fastify.listen.bind(fastify)
  // By default the emulator listens on every interface.
  fastify.listen = (options: object) => listen({ ...options, host: '127.0.0.1' })
})

// By default the emulator's database syncs to disk at every write. In WAL mode, NORMAL is several times faster: acknowledged
// writes survive kill -9 of every process, and a power cut does not corrupt the database.
// oxlint-disable-next-line typescript/unbound-method -- called on the instance below
const original = DatabaseSync.prototype.exec
DatabaseSync.prototype.exec = function (sql) {
  return original.call(
    this,
    sql.startsWith('PRAGMA journal_mode') ? `${sql}; PRAGMA synchronous = NORMAL` : sql,
  )
}

if (dataDir) {
  privateDir(dataDir)
  moveQueues(join(dataDir, 'fauxqs.db'))
}
const server = await startFauxqs({ port, logger: false, ...(dataDir ? { dataDir } : {}) })
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)))

/** Rewrites stored queue URLs to the current port: they contain the port of the start that created them. */
function moveQueues(file: string): void {
  if (!existsSync(file)) return
  const db = new DatabaseSync(file)
  db.prepare("update sqs_queues set url = 'http://127.0.0.1:' || ? || '/000000000000/' || name").run(port)
  db.close()
}
