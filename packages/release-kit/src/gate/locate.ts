import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Candidate } from './candidate.ts'

/** `mall.config.ts:12`, where the text first stands; just the file when the sources are not at hand. */
export function inConfig({ root }: Candidate, text: string): string {
  const file = 'mall.config.ts'
  if (!root) return file
  const line = readFileSync(join(root, file), 'utf8')
    .split('\n')
    .findIndex((it) => it.includes(text))
  return line < 0 ? file : `${file}:${line + 1}`
}
