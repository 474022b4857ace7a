import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Package → path of its tarball, relative to the new repository. */
export type Kits = Record<string, string>

const needed = ['@bufbuild/protobuf', '@tanstack/react-query', '@trpc/server', 'react', 'zod']
const forWork = ['@types/node', '@types/react', '@types/react-dom', 'react-dom', 'typescript', 'vitest']

/** Returns the exact versions of the workspace's catalog. */
function catalogue(workspace: string): Record<string, string> {
  const text = readFileSync(join(workspace, 'pnpm-workspace.yaml'), 'utf8')
  const block = /^catalog:\n((?: {2}.*\n)+)/m.exec(text)?.[1] ?? ''
  const lines = [...block.matchAll(/^ {2}'?([^':]+)'?: (\S+)$/gm)]
  return Object.fromEntries(lines.map(([, name = '', version = '']) => [name, version]))
}

/** Returns the packages with Node's binaries, one per platform: `npm install` takes the matching one. */
function nodeBinaries(workspace: string): Record<string, string> {
  const file = join(workspace, 'infra/local/toolchain.json')
  const { node }: { node: Record<string, [string, string]> } = JSON.parse(readFileSync(file, 'utf8'))
  return Object.fromEntries(Object.values(node))
}

/**
 * Returns `package.json` of the new repository: npm installs it with the machine's Node, and scripts run with the
 * mall's.
 */
export function manifestOf(name: string, kits: Kits, workspace: string): object {
  const versions = catalogue(workspace)
  const exact = (names: string[]) => Object.fromEntries(names.map((it) => [it, versions[it]]))
  return {
    name,
    version: '0.1.0',
    private: true,
    type: 'module',
    imports: { '#bff/*': './bff/*' },
    scripts: { check: 'tsc && vitest run', test: 'vitest run', mall: 'mall' },
    dependencies: { ...specs(kits), ...exact(needed) },
    devDependencies: exact(forWork),
    optionalDependencies: nodeBinaries(workspace),
    // The kits depend on each other by version; the overrides map those to the packed tarballs.
    overrides: Object.fromEntries(Object.keys(kits).map((kit) => [kit, `$${kit}`])),
  }
}

const specs = (kits: Kits) =>
  Object.fromEntries(Object.entries(kits).map(([name, file]) => [name, `file:${file}`]))
