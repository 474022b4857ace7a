import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Client } from 'pg'
import { expect, it, onTestFinished } from 'vitest'

import { openPostgres, postgresHome } from '../engines/postgres.ts'
import { wipeState } from '../mall/wipe-state.ts'
import { beginBackup } from './back-up-postgres.ts'

it('what is committed while a backup is made is in the cluster restored from it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mallhive-backup-'))
  chmodSync(folder, 0o755)
  onTestFinished(() => wipeState(folder))
  const copy = join(folder, 'copy')
  const lost = await open(join(folder, 'lost'))
  await lost.query('create table kept (n int)')
  await lost.query('insert into kept values (1)')
  const { done } = await beginBackup(lost.url, join(postgresHome(lost.stateDir), 'data'), copy)
  await lost.query('insert into kept values (2)')
  await done()
  await lost.query('insert into kept values (3)')
  const passwordFile = join(folder, 'password')
  cpSync(join(postgresHome(lost.stateDir), 'password'), passwordFile)
  await lost.stop()
  wipeState(lost.stateDir)

  const home = postgresHome(join(folder, 'restored'))
  execFileSync('cp', ['-a', copy, join(home, 'data')])
  cpSync(passwordFile, join(home, 'password'))
  const restored = await open(join(folder, 'restored'))
  const rows = await restored.query('select n from kept order by n')
  await restored.stop()
  expect(rows).toEqual([{ n: 1 }, { n: 2 }])
})

async function open(stateDir: string) {
  const logDir = join(stateDir, 'logs')
  mkdirSync(logDir, { recursive: true })
  const { url, part } = await openPostgres({ stateDir, logDir, durable: true })
  return {
    url,
    stateDir,
    query: async (text: string) => {
      const client = new Client({ connectionString: url })
      await client.connect()
      const { rows } = await client.query(text)
      await client.end()
      return rows
    },
    stop: async () => part?.stop(),
  }
}
