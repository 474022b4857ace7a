import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { migrate } from '@mallhive/service-kit/migrate'
import { type Db, openDb } from '@mallhive/service-kit/db'
import { migrations, schema } from '@mallhive/service-search/bench'

import { openPostgres } from '../../src/engines/postgres.ts'
import { wipeState } from '../../src/mall/wipe-state.ts'
import { cpuMsOf, withChildren } from '../cpu.ts'

export interface TemporaryDatabase extends AsyncDisposable {
  db: Db<typeof schema>
  /** CPU time of PostgreSQL and of this process so far. */
  cpuMs: () => number
}

/** Starts a PostgreSQL of its own with the tables of the search service. Durability is off: figures measure work, not disks. */
export async function temporaryDatabase(): Promise<TemporaryDatabase> {
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-bench-'))
  chmodSync(stateDir, 0o755)
  const { url, part } = await openPostgres({ stateDir, logDir: join(stateDir, 'logs'), durable: false })
  const db = openDb(url, { schema, plans: 'auto' })
  await migrate(db, migrations, 'search')
  return {
    db,
    cpuMs: () => cpuMsOf([process.pid, ...(part ? withChildren(part.pid) : [])]),
    async [Symbol.asyncDispose]() {
      await db[Symbol.asyncDispose]()
      await part?.stop()
      wipeState(stateDir)
    },
  }
}
