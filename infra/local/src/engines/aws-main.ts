import { subscribe } from 'node:diagnostics_channel'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import type { FastifyInstance } from 'fastify'
import { startFauxqs } from 'fauxqs'
import { z } from 'zod'

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

// The emulator does not hand out its Fastify instance; Fastify announces every instance it makes on this channel.
subscribe('fastify.initialization', (message) => {
  const { fastify } = message as { fastify: FastifyInstance }
  guardAccess(fastify, credentials)
  guardConditionalWrites(fastify)
  const listen = fastify.listen.bind(fastify)
  // The emulator itself listens on every interface of the machine.
  fastify.listen = (options: object) => listen({ ...options, host: '127.0.0.1' })
})

// The emulator's database would sync the disk at every write. In WAL mode NORMAL keeps every acknowledged write through
// kill -9 of everything, and stays whole through a power cut; it is several times quicker.
// oxlint-disable-next-line typescript/unbound-method -- called on the instance below
const original = DatabaseSync.prototype.exec
DatabaseSync.prototype.exec = function (sql) {
  return original.call(
    this,
    sql.startsWith('PRAGMA journal_mode') ? `${sql}; PRAGMA synchronous = NORMAL` : sql,
  )
}

if (dataDir) {
  mkdirSync(dataDir, { recursive: true })
  moveQueues(join(dataDir, 'fauxqs.db'))
}
const server = await startFauxqs({ port, logger: false, ...(dataDir ? { dataDir } : {}) })
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)))

/** Stored queue URLs hold the port of the start that created them, and the SDK sends to the URL it is given. */
function moveQueues(file: string): void {
  if (!existsSync(file)) return
  const db = new DatabaseSync(file)
  db.prepare("update sqs_queues set url = 'http://127.0.0.1:' || ? || '/000000000000/' || name").run(port)
  db.close()
}
