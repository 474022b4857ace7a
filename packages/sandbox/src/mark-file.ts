import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, openSync, readSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a sandboxed process has marked. */
export interface MarkFile extends Disposable {
  /** For `spawnSandboxed`, by which the process inherits it. */
  fd: number
  /** Returns the text of the last mark; undefined before the first one. The process may have written anything. */
  read: () => string | undefined
}

const mostBytes = 256
/** Linux keeps files of this folder in memory. */
const memoryFolder = '/dev/shm'

/**
 * Opens a file without a name, as memory shared with a sandboxed process. A mark in it, unlike a message, wakes no process, and
 * can be read although its writer blocks or has ended.
 */
export function openMarkFile(): MarkFile {
  const path = join(existsSync(memoryFolder) ? memoryFolder : tmpdir(), `mallhive-mark-${randomUUID()}`)
  const fd = openSync(path, 'wx+', 0o600)
  unlinkSync(path)
  const bytes = Buffer.alloc(mostBytes)
  return {
    fd,
    read() {
      const text = bytes.toString('latin1', 0, readSync(fd, bytes, 0, mostBytes, 0))
      // A shorter mark leaves the end of the one before it.
      const end = text.indexOf('\n')
      return end < 0 ? undefined : text.slice(0, end)
    },
    [Symbol.dispose]: () => closeSync(fd),
  }
}
