import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Package → the path of its tarball, from the new repository. */
export type Kits = Record<string, string>

const needed = ['@bufbuild/protobuf', '@tanstack/react-query', '@trpc/server', 'react', 'zod']
const forWork = ['@types/node', '@types/react', '@types/react-dom', 'react-dom', 'typescript', 'vitest']

/** The exact versions that the workspace agreed on. */
export function catalogue(workspace: string): Record<string, string> {
  const text = readFileSync(join(workspace, 'pnpm-workspace.yaml'), 'utf8')
  const block = /^catalog:\n((?: {2}.*\n)+)/m.exec(text)?.[1] ?? ''
  const lines = [...block.matchAll(/^ {2}'?([^':]+)'?: (\S+)$/gm)]
  return Object.fromEntries(lines.map(([, name = '', version = '']) => [name, version]))
}

export function manifestOf(name: string, kits: Kits, versions: Record<string, string>): object {
  const exact = (names: string[]) => Object.fromEntries(names.map((it) => [it, versions[it]]))
  return {
    name,
    version: '0.1.0',
    private: true,
    type: 'module',
    imports: { '#bff/*': './bff/*' },
    scripts: { check: 'tsc && vitest run', mall: 'mall' },
    dependencies: { ...specs(kits), ...exact(needed) },
    devDependencies: exact(forWork),
  }
}

/** The kits name each other by version; these are the ones that are meant. */
export function settingsOf(kits: Kits): string {
  const overrides = Object.entries(specs(kits)).map(([name, spec]) => `  '${name}': ${spec}`)
  return `overrides:\n${overrides.join('\n')}\n\nallowBuilds:\n  esbuild: true\n  protobufjs: false\n`
}

const specs = (kits: Kits) =>
  Object.fromEntries(Object.entries(kits).map(([name, file]) => [name, `file:${file}`]))
