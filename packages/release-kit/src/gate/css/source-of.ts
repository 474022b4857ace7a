import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'postcss'
import type { Candidate } from '../candidate.ts'

/** Returns the place of a rule in the sources, `src/app.css:3`; undefined without the sources. */
export function sourceOf({ root }: Candidate, what: string): string | undefined {
  if (!root) return undefined
  const wanted = bare(what)
  const sheets = globSync('**/*.css', {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|dist)(\/|$)/.test(path),
  })
  for (const sheet of sheets.toSorted()) {
    let line: number | undefined
    parse(readFileSync(join(root, sheet), 'utf8')).walk((node) => {
      const texts =
        node.type === 'rule' ? node.selectors : node.type === 'atrule' ? [`@${node.name} ${node.params}`] : []
      if (line === undefined && texts.some((text) => bare(text) === wanted)) line = node.source?.start?.line
    })
    if (line !== undefined) return `${sheet}:${line}`
  }
  return undefined
}

/** Removes everything that the build changes: spaces, quotes, `:global(…)`, and the suffix of scoped names. */
const bare = (text: string) =>
  text
    .replaceAll(/:global\(([^)]*)\)|:global\b/g, '$1')
    .replaceAll(/["'\s]/g, '')
    .replaceAll(/::(before|after)/g, ':$1')
    .toLowerCase()
