import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { rootDir } from '../paths.ts'

export const page = readFileSync(join(rootDir, 'docs/operating/first-day.md'), 'utf8')

/** What a page tells people to type or to look for, in its order: blocks of commands, and words in code. */
export function codeOf(text: string): { blocks: string[]; all: string[] } {
  const found = [...text.matchAll(/^( *)```sh\n([\s\S]*?)^ *```|`([^`\n]+)`/gm)]
  const blocks = found.flatMap(([, indent = '', block]) =>
    block === undefined ? [] : block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  )
  return { blocks, all: found.map(([, , block, span = '']) => block ?? span) }
}
