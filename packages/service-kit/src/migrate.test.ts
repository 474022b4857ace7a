import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { testDb } from './testing.ts'

test('a service whose name is a keyword of SQL has a schema of that name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  try {
    await mkdir(join(folder, 'meta'))
    const entries = [{ idx: 0, version: '7', when: 1, tag: '0000_tables', breakpoints: true }]
    await writeFile(
      join(folder, 'meta/_journal.json'),
      JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
    )
    await writeFile(
      join(folder, '0000_tables.sql'),
      'create schema "select";\n--> statement-breakpoint\ncreate table "select"."lots" (id int);',
    )
    await using db = await testDb('select', pathToFileURL(`${folder}/`), {})
    expect((await db.execute(sql`select count(*)::int as count from "select"."lots"`)).rows).toEqual([
      { count: 0 },
    ])
  } finally {
    await rm(folder, { recursive: true })
  }
})
