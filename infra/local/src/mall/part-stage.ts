import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { PartName } from '../../../mall.ts'
import { freePort } from '../free-port.ts'
import { addressOf, chooseAddresses } from './addresses.ts'
import { openEngines } from './engines.ts'
import type { Mall } from './open-mall.ts'
import { type Env, givenEnv, shellEnv } from './environment.ts'
import { partEnv } from './part-env.ts'
import { isShell } from './services.ts'
import { openSupervisor } from './supervisor.ts'
import { wipeState } from './wipe-state.ts'

/** The parts that run from images. */
export type StagedPart = Exclude<PartName, 'edge' | 'sandbox-provider' | 'release-tools'>

/** Everything around the parts of an empty mall, and none of them: to start parts in other ways than `openMall` does. */
export type PartStage = AsyncDisposable & {
  logDir: string
  /** The part's own environment, with HOST and PORT: its credentials reach what infra/mall.ts lists for it. */
  envOf: (part: StagedPart) => Env
  urlOf: (part: StagedPart) => string
}

/** Opens the engines on a temporary state, with databases, buckets and keys. */
export async function openPartStage(): Promise<PartStage> {
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-stage-'))
  // Postgres may run as another user, which must be able to enter this folder.
  chmodSync(stateDir, 0o755)
  const parts = openSupervisor(stateDir)
  const close = async () => {
    await parts.stop()
    wipeState(stateDir)
  }
  try {
    const engines = await openEngines(parts, stateDir, false)
    const at = await chooseAddresses(await freePort(), true)
    const shells = { shell: await freePort(), 'shell-previews': await freePort() }
    const urlOf = (part: StagedPart) =>
      isShell(part) ? `http://127.0.0.1:${shells[part]}` : addressOf(at, part)
    return {
      logDir: join(stateDir, 'logs'),
      urlOf,
      envOf(part) {
        const { hostname, port } = new URL(urlOf(part))
        return { ...envOfPart({ engines, at }, part), HOST: hostname, PORT: port }
      },
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The environment of one more process of a part of a mall, without HOST and PORT. */
export const envOfPart = ({ engines, at }: Pick<Mall, 'engines' | 'at'>, part: StagedPart): Env =>
  partEnv(part, isShell(part) ? shellEnv(engines, at, part) : givenEnv(engines, at, part))
