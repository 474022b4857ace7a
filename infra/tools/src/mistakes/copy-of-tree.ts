import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

import { rootDir } from '../paths.ts'
import type { Patch } from './mistake.ts'

const notCopied = /^(\.git|\.cache|\.mall|node_modules)$/

/** A copy of the repository whose own checks look at it, since they find their files from where they stand. */
export function copyOfTree() {
  const copy = mkdtempSync(join(tmpdir(), 'mallhive-mistakes-'))
  cpSync(rootDir, copy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !notCopied.test(relative(rootDir, path)),
  })
  for (const name of ['node_modules', '.cache']) symlinkSync(join(rootDir, name), join(copy, name))
  const git = (...args: string[]) => execFileSync('git', ['-C', copy, ...args])
  git('init', '--quiet')
  git('config', 'user.name', 'mistakes')
  git('config', 'user.email', 'mistakes@mall.test')
  return {
    dir: copy,
    /** Puts patches in; returns what takes them out again. @throws where a text to be replaced is not there */
    patch(patches: Patch[]): () => void {
      const before = new Map<string, string>()
      for (const { file, find, replace } of patches) {
        const path = join(copy, file)
        const text = readFileSync(path, 'utf8')
        if (!text.includes(find)) throw new Error(`${file} does not contain ${find}`)
        if (!before.has(path)) before.set(path, text)
        writeFileSync(
          path,
          text.replace(find, () => replace),
        )
      }
      // Checks that release do so from a clone.
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', 'patches')
      return () => {
        for (const [path, text] of before) writeFileSync(path, text)
      }
    },
    [Symbol.dispose]: () => rmSync(copy, { recursive: true, force: true }),
  }
}
