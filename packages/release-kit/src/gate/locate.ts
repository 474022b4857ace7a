import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Candidate } from './candidate.ts'

/** Returns the place of the text's first occurrence, `mall.config.ts:12`; only the file without the sources. */
export function inConfig({ root }: Candidate, text: string): string {
  const file = 'mall.config.ts'
  if (!root) return file
  const line = readFileSync(join(root, file), 'utf8')
    .split('\n')
    .findIndex((it) => it.includes(text))
  return line < 0 ? file : `${file}:${line + 1}`
}
