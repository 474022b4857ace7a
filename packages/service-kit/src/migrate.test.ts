import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openDb } from './db.ts'
import { migrate } from './migrate.ts'
import { testDb } from './testing.ts'

/** Writes a folder with one migration and removes it after `use`. */
async function withMigration<T>(statements: string, use: (folder: URL) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  try {
    await mkdir(join(folder, 'meta'))
    const entries = [{ idx: 0, version: '7', when: 1, tag: '0000_tables', breakpoints: true }]
    await writeFile(
      join(folder, 'meta/_journal.json'),
      JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
    )
    await writeFile(join(folder, '0000_tables.sql'), statements)
    return await use(pathToFileURL(`${folder}/`))
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('a service whose name is a keyword of SQL has a schema of that name', () =>
  withMigration(
    'create schema "select";\n--> statement-breakpoint\ncreate table "select"."lots" (id int);',
    async (folder) => {
      await using db = await testDb('select', folder, {})
      expect((await db.execute(sql`select count(*)::int as count from "select"."lots"`)).rows).toEqual([
        { count: 0 },
      ])
    },
  ))

test('replicas that start at once apply each migration once', () =>
  withMigration(
    'create table "twins"."lots" (id int);\n--> statement-breakpoint\ninsert into "twins"."lots" values (1);',
    async (folder) => {
      await using db = await testDb('twins', folder, {})
      await db.execute(sql`drop schema twins, twins_migrations cascade`)
      const replicas = Array.from({ length: 4 }, () => openDb(db.url, { schema: {} }))
      try {
        await Promise.all(replicas.map((replica) => replica.execute(sql`select 1`)))
        await Promise.all(replicas.map((replica) => migrate(replica, folder, 'twins')))
        const { rows } = await db.execute(
          sql`select count(*)::int as count from twins_migrations.__drizzle_migrations`,
        )
        expect(rows).toEqual([{ count: 1 }])
      } finally {
        for (const replica of replicas) await replica[Symbol.asyncDispose]()
      }
    },
  ))
