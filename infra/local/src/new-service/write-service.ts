import { execFile } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { settleIn } from '@mallhive/release-kit/new'
import { writeTemplate } from '@mallhive/release-kit/new/templates'

import { joinLists } from './join-lists.ts'
import { serviceWords } from './words.ts'

const templates = fileURLToPath(new URL('../../template', import.meta.url))

/** Writes the sources of a service and its contract, and adds it to the lists. Returns the paths of the written files. */
export function writeService(root: string, name: string): string[] {
  const words = serviceWords(name)
  const contract = join(root, 'packages/contracts/proto/mallhive', words.package, 'v1')
  const lists = joinLists(root, name)
  return [
    ...writeTemplate('service', join(root, 'services', name), words, templates),
    ...writeTemplate('contract', contract, words, templates),
    ...lists,
  ]
}

/** Installs the service's dependencies and generates its contract's code, its migration, the reference documents and manifests. */
export async function generate(root: string, name: string, files: string[]): Promise<void> {
  await settleIn(root, files)
  await Promise.all([
    runTool(join(root, 'packages/contracts'), 'buf', ['generate']),
    runTool(join(root, 'services', name), 'drizzle-kit', ['generate', '--name', 'tables']),
  ])
  await runTool(root, process.execPath, [join(root, 'infra/local/src/reference/write.ts')])
  await runTool(root, process.execPath, [join(root, 'infra/tools/src/infra.ts'), 'generate'])
}

/** Runs a command that finds the tools of the package in `cwd`, as plugins of `buf` are found. */
async function runTool(cwd: string, tool: string, args: string[]): Promise<void> {
  const PATH = [join(cwd, 'node_modules/.bin'), process.env['PATH']].join(delimiter)
  await promisify(execFile)(tool, args, { cwd, env: { ...process.env, PATH } })
}
