import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

import { privateDir } from '../private-dir.ts'

/** An append-only journal: records are written before the answer is sent, and read back at the next start. */
export type Journal<R> = Disposable & { append(record: R): void }

export function openJournal<R>(directory: string, replay: (record: R) => void): Journal<R> {
  const file = openSync(join(privateDir(directory), 'journal.jsonl'), 'a+')
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    // A crash may have truncated the last line; its request was not answered yet.
    if (whole(line)) replay(JSON.parse(line))
  }
  writeSync(file, '\n')
  return {
    append: (record) => void writeSync(file, `${JSON.stringify(record)}\n`),
    [Symbol.dispose]: () => closeSync(file),
  }
}

function whole(line: string): boolean {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}
