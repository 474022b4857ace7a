import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { rootDir } from './paths.ts'

// `npm run bench -- <name> [options]`: runs a bench. Its last line is one JSON object of measurements, without a verdict.
const folders = ['infra/local/bench', 'infra/tools/bench', 'e2e/bench'].map((folder) => join(rootDir, folder))
const benches = new Map(
  folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((entry) => entry.endsWith('.ts') && isBench(join(folder, entry)))
      .map((entry) => [entry.slice(0, -3), join(folder, entry)]),
  ),
)
const [name = '', ...args] = process.argv.slice(2)
const file = benches.get(name)
if (!file) {
  console.error(`npm run bench -- <name>, where the name is one of:\n  ${[...benches.keys()].join('\n  ')}`)
  process.exit(1)
}
const { status } = spawnSync(process.execPath, [file, ...args], { stdio: 'inherit', cwd: rootDir })
process.exitCode = status ?? 1

/** Whether a module is a bench: shared modules export something, benches only print. */
function isBench(path: string): boolean {
  return !/^export /m.test(readFileSync(path, 'utf8'))
}
