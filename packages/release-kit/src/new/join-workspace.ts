import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Adds a micro frontend to the two lists without globs: TypeScript's project references, and the README's ownership
 * map.
 */
export function joinWorkspace(root: string, name: string, title: string): void {
  refer(join(root, 'tsconfig.json'), [`bff/${name}`, `mfe-${name}`])
  addToMap(join(root, 'README.md'), name, title)
}

function refer(file: string, folders: string[]): void {
  const config: { references: { path: string }[] } = JSON.parse(readFileSync(file, 'utf8'))
  for (const path of folders) {
    const kind = /^\w+/.exec(path)?.[0] ?? path
    const last = config.references.findLastIndex((reference) => reference.path.startsWith(kind))
    config.references.splice(last + 1 || config.references.length, 0, { path })
  }
  writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`)
}

function addToMap(file: string, name: string, title: string): void {
  if (!existsSync(file)) return
  const lines = readFileSync(file, 'utf8').split('\n')
  // Rows of the map name a folder and its BFF; other tables mention micro frontends as well.
  const last = lines.findLastIndex((line) => /^\| [^|]+ \| `mfe-[^`]+` `bff\//.test(line))
  if (last < 0) return
  const row = `| ${title.toLowerCase()} | \`mfe-${name}\` \`bff/${name}\` | \`/${name}\` | \`picks\` |`
  writeFileSync(file, lines.toSpliced(last + 1, 0, row).join('\n'))
}
