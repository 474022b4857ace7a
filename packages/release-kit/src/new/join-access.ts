import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Edit = (text: string, name: string) => string

/** Files of a workspace with a list of BFFs or pages and the roles that they are for. */
const lists: Record<string, Edit> = {
  'infra/local/src/access/procedures.test.ts': addProcedures,
  'infra/local/package.json': addDependency,
  'infra/local/tsconfig.json': addReference,
  'e2e/journeys/access.spec.ts': (text, name) =>
    insertAfterLast(text, /^const table: [\s\S]*?\n(?=\}\n)/gm, `  'GET /${name}': ['200'],\n`),
}

/**
 * Adds the template's procedure and page to the workspace's tables of who may do what; lists that the workspace does not have are
 * left out. Returns the paths of the changed files.
 * @throws Error, before any change, when a list does not look as expected
 */
export function joinAccess(root: string, name: string): string[] {
  const edited = Object.entries(lists).flatMap(([path, edit]) => {
    const file = join(root, path)
    return existsSync(file) ? [{ file, text: edit(readFileSync(file, 'utf8'), name) }] : []
  })
  for (const { file, text } of edited) writeFileSync(file, text)
  return edited.map(({ file }) => file)
}

function addProcedures(text: string, name: string): string {
  const router = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const imported = `import { appRouter as ${router} } from '@mallhive/bff-${name}/router'\n`
  const key = router === name ? name : `'${name}'`
  return insertAfterLast(
    insertAfterLast(text, /^import .* from '@mallhive\/bff-[\w-]+\/router'\n/gm, imported),
    /^const table = \{\n[\s\S]*?\n(?=\}\n)/gm,
    `  ${key}: { router: ${router}, rows: { listPicks: 'query NGASM' } },\n`,
  )
}

function addDependency(text: string, name: string): string {
  const manifest: { devDependencies?: Record<string, string> } = JSON.parse(text)
  const all = Object.entries({ ...manifest.devDependencies, [`@mallhive/bff-${name}`]: 'workspace:*' })
  manifest.devDependencies = Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return `${JSON.stringify(manifest, null, 2)}\n`
}

function addReference(text: string, name: string): string {
  const config: { references: { path: string }[] } = JSON.parse(text)
  const last = config.references.findLastIndex(({ path }) => path.startsWith('../../bff/'))
  config.references.splice(last + 1, 0, { path: `../../bff/${name}` })
  return `${JSON.stringify(config, null, 2)}\n`
}

function insertAfterLast(text: string, after: RegExp, what: string): string {
  const last = [...text.matchAll(after)].at(-1)
  if (!last) throw new Error(`no place for:\n${what}\nnothing matches ${after}`)
  const at = last.index + last[0].length
  return text.slice(0, at) + what + text.slice(at)
}
