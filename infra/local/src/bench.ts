import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { rootDir } from './paths.ts'

// `pnpm bench <name> [options]`: runs bench/<name>.ts, whose last line is one JSON object. Numbers, no verdicts.
const folder = join(rootDir, 'infra/local/bench')
const [name = '', ...args] = process.argv.slice(2)
const file = join(folder, `${name}.ts`)

if (!/^[\w-]+$/.test(name) || !existsSync(file) || !isBench(file)) {
  const names = readdirSync(folder).filter((entry) => entry.endsWith('.ts') && isBench(join(folder, entry)))
  console.error(
    `pnpm bench <name>, where the name is one of:\n${names.map((entry) => `  ${entry.slice(0, -3)}`).join('\n')}`,
  )
  process.exit(1)
}
const { status } = spawnSync(process.execPath, [file, ...args], { stdio: 'inherit', cwd: rootDir })
process.exitCode = status ?? 1

/** What the benches share exports; a bench is run for what it prints. */
function isBench(path: string): boolean {
  return !/^export /m.test(readFileSync(path, 'utf8'))
}
