import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'

const source = new URL('..', import.meta.url)
let known: string | undefined

/** Returns a hash of the files that decide what documents and terms are: an index that others have made is made anew. */
export function codeHash(): string {
  if (known) return known
  const hash = createHash('sha256')
  const files = globSync('{catalogue,index,lexicon}/**/*.{ts,txt}', { cwd: source })
  for (const file of files.filter((each) => !/\.test\.ts$|(^|\/)contract/.test(each)).toSorted())
    hash.update(`${file}\0`).update(readFileSync(new URL(file, source)))
  return (known = hash.digest('base64url').slice(0, 16))
}
