import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openMall } from '../src/mall/open-mall.ts'
import { rootDir } from '../src/paths.ts'
import { wipeState } from '../src/mall/wipe-state.ts'

/** Returns the team environment of the running mall (in .mall or MALL_STATE), or else of a mall opened for this bench. */
export async function targetMall(resources: AsyncDisposableStack): Promise<Record<string, string>> {
  const running = await envOf(process.env['MALL_STATE'] ?? join(rootDir, '.mall'))
  if (running) return running
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-bench-'))
  resources.defer(() => wipeState(stateDir))
  resources.use(await openMall({ stateDir, durable: false }))
  return (await envOf(stateDir)) ?? {}
}

async function envOf(stateDir: string): Promise<Record<string, string> | undefined> {
  const file = join(stateDir, 'env.json')
  if (!existsSync(file)) return undefined
  const env: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'))
  const answers = await fetch(`${env['PUBLIC_ORIGIN']}/_mall/status.json`).then(
    ({ ok }) => ok,
    () => false,
  )
  return answers ? env : undefined
}
