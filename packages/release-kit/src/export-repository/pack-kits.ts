import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { pnpmOf, toolOf } from '../new.ts'
import type { Kits } from './manifest.ts'
import { stageKit } from './stage-kit.ts'

const kits = ['contracts', 'design-system', 'mfe-kit', 'release-runtime', 'release-kit']
const run = promisify(execFile)

/** Packs the workspace's kits as JavaScript: Node does not strip types inside of node_modules. */
export async function packKits(workspace: string, to: string): Promise<Kits> {
  const folders = kits.map((kit) => join(workspace, 'packages', kit))
  await run(toolOf(workspace, 'tsc'), ['-b', ...folders], { cwd: workspace })
  const packed = await Promise.all(folders.map((folder) => packKit(workspace, folder, to)))
  return Object.fromEntries(packed)
}

async function packKit(workspace: string, folder: string, to: string): Promise<[name: string, file: string]> {
  const staged = mkdtempSync(join(tmpdir(), 'mallhive-kit-'))
  try {
    const name = await stageKit(workspace, folder, staged)
    const { stdout } = await run(pnpmOf(workspace), ['pack', '--json', '--pack-destination', to], {
      cwd: staged,
    })
    const { filename }: { filename: string } = JSON.parse(stdout)
    return [name, `./kits/${basename(filename)}`]
  } finally {
    rmSync(staged, { recursive: true })
  }
}
