import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { Client } from 'pg'

/**
 * Copies the files of a running cluster by the server's own backup functions, as a snapshot with its log does in production. The copy
 * holds all that is committed when `done` is called.
 * @param url of the superuser
 */
export async function beginBackup(
  url: string,
  data: string,
  copy: string,
): Promise<{ done: () => Promise<void> }> {
  const session = new Client({ connectionString: url })
  await session.connect()
  // The log from the backup's beginning to its end belongs to it.
  await session.query("alter system set wal_keep_size = '1GB'")
  await session.query('select pg_reload_conf()')
  await session.query("select pg_backup_start('restore drill', true)")
  copyChanging(data, copy)
  return {
    done: async () => {
      const { rows } = await session.query<{ labelfile: string }>('select * from pg_backup_stop(false)')
      await session.end()
      execFileSync('cp', ['-a', `${data}/pg_wal/.`, join(copy, 'pg_wal')])
      const label = join(copy, 'backup_label')
      writeFileSync(label, rows[0]?.labelfile ?? '', { mode: 0o600 })
      const { uid, gid } = statSync(copy)
      chownSync(label, uid, gid)
      for (const name of ['postmaster.pid', 'postmaster.opts']) rmSync(join(copy, name), { force: true })
    },
  }
}

/** Copies files that a server goes on writing; those that vanish meanwhile are none of the backup. @throws Error for other failures */
function copyChanging(from: string, to: string): void {
  const { stderr } = spawnSync('cp', ['-a', from, to], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  const failures = stderr.split('\n').filter((line) => line && !line.endsWith('No such file or directory'))
  if (failures.length > 0) throw new Error(failures.join('\n'))
}
