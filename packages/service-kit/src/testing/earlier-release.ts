import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { vi } from 'vitest'
import { z } from 'zod'

const journal = z.looseObject({ entries: z.array(z.unknown()) })

/** Copies the first `count` migrations of `folder`, without contracting ones: the schema of an earlier release. */
export async function earlierMigrations(folder: URL, count: number): Promise<URL> {
  const copy = await mkdtemp(join(tmpdir(), 'migrations-'))
  await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith('/contract') })
  const file = join(copy, 'meta/_journal.json')
  const { entries, ...rest } = journal.parse(JSON.parse(await readFile(file, 'utf8')))
  await writeFile(file, JSON.stringify({ ...rest, entries: entries.slice(0, count) }))
  return pathToFileURL(copy)
}

/**
 * Performs `steps` in order while `writers` loops call `write`, with at least twenty writes before, between and after
 * them. Returns what the writes returned. Rejects when a write or a step fails.
 */
export async function whileWriting<T>(
  writers: number,
  write: (n: number) => Promise<T>,
  steps: (() => Promise<unknown>)[],
): Promise<T[]> {
  const written: T[] = []
  const stop = new AbortController()
  const loop = async () => {
    for (let n = 0; !stop.signal.aborted; n++) written.push(await write(n))
  }
  const writing = Promise.all(Array.from({ length: writers }, loop))
  const more = () => {
    const wanted = written.length + 20
    return vi.waitUntil(() => written.length >= wanted, { timeout: 10_000 })
  }
  const stepping = (async () => {
    await more()
    for (const step of steps) {
      await step()
      await more()
    }
  })()
  try {
    // A writer only ends before the steps by failing.
    await Promise.race([stepping, writing])
    await stepping
  } finally {
    stop.abort()
  }
  await writing
  return written
}
