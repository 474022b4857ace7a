import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import {
  analyzers,
  openClient,
  openOpensearchIndex,
  openPostgresIndex,
  type ProductIndex,
} from '@mallhive/service-search/bench'

import { openOpensearch } from '../../src/engines/opensearch.ts'
import { wipeState } from '../../src/mall/wipe-state.ts'
import { cpuMsOf } from '../cpu.ts'
import { temporaryDatabase } from './temporary-database.ts'

interface Engine extends AsyncDisposable {
  /** Opens the index, which has remembered nothing. */
  open: () => ProductIndex
  /** CPU time of the engine and of this process so far. */
  cpuMs: () => number
}

export const engines = { postgres: openPostgres, opensearch: openNode }

/** Starts a PostgreSQL of its own with an empty index. */
async function openPostgres(): Promise<Engine> {
  const database = await temporaryDatabase()
  return {
    open: () => openPostgresIndex(database.db, analyzers),
    cpuMs: database.cpuMs,
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

/** Starts an OpenSearch node of its own with an empty index. */
async function openNode(): Promise<Engine> {
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-bench-'))
  const { url, part } = await openOpensearch({ stateDir, logDir: stateDir, secret: 'bench' })
  const client = openClient(url)
  return {
    open: () => openOpensearchIndex(client, 'products', analyzers),
    cpuMs: () => cpuMsOf([process.pid, ...(part ? [part.pid] : [])]),
    async [Symbol.asyncDispose]() {
      await client.close()
      await part?.stop()
      wipeState(stateDir)
    },
  }
}
