import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

import { silent } from '@mallhive/infra-local/mall/report'
import { buildShell } from '@mallhive/infra-local/mall/shell-build'

import { rootDir } from '../paths.ts'

/** Where the shell finds its build when SHELL_BUILD is not set. */
const build = 'shell/.next/default'
/** Of a build, what only its making needs. */
const onlyForMaking = /\/\.next\/\w+\/(cache|diagnostics|finished|trace|trace-build|types)$|\.nft\.json$/
/** A module of the shell's server, as Next's bundles name it: pages use those of the running process, and its state. */
const serverModule = /require\("([^"]+\/shell\/src\/server\/([\w-]+)\.ts)"\)/g

/** Builds the shell and copies what a running shell reads of the build. Returns the programs that Next's pages import. */
export async function copyShellBuild(dir: string): Promise<Record<string, string>> {
  const name = await buildShell(silent)
  const to = join(dir, build)
  const isNeeded = (path: string) => !onlyForMaking.test(path)
  cpSync(join(rootDir, 'shell/.next', name), to, { recursive: true, filter: isNeeded })
  const programs: Record<string, string> = {}
  const entries = globSync('**/*.{js,mjs,json}', { cwd: to, withFileTypes: true })
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = join(entry.parentPath, entry.name)
    const text = readFileSync(file, 'utf8')
    const up = relative(dirname(file), dir)
    const moved = text
      .replaceAll(serverModule, (_, path: string, module: string) => {
        programs[`server.${module}`] = relative(rootDir, path)
        return `require("${up}/server.${module}.mjs")`
      })
      .replaceAll(rootDir, '/app')
      .replaceAll(`.next/${name}`, '.next/default')
    if (moved !== text) writeFileSync(file, moved)
  }
  return programs
}
