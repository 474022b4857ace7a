import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { liveLocales } from '@mallhive/contracts/locales'
import type { EngineName } from '../index/open-index.ts'

/**
 * Returns what made an index: its engine, and the code. A mall that changes engines makes the index anew, because
 * events reached the other one.
 */
export const madeBy = (engine: EngineName): string => `${engine} ${codeHash()}`

/** Whether an index that is in this engine was the last one to be made. */
export const isMadeBy = (engine: EngineName, made: string): boolean => made.startsWith(`${engine} `)

const source = new URL('..', import.meta.url)
let known: string | undefined

/**
 * Returns a hash of what decides about documents and terms, files and languages: an index that others have made is
 * made anew.
 */
function codeHash(): string {
  if (known) return known
  const hash = createHash('sha256').update(liveLocales.join())
  const files = globSync('{catalogue,index,lexicon}/**/*.{ts,txt}', { cwd: source })
  for (const file of files.filter((each) => !/\.test\.ts$|(^|\/)contract/.test(each)).toSorted())
    hash.update(`${file}\0`).update(readFileSync(new URL(file, source)))
  return (known = hash.digest('base64url').slice(0, 16))
}
