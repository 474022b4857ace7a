import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { ReleaseError } from '@mallhive/release-runtime/release-error'

import { launcherOf } from '../mall/orphans.ts'
import { serviceWords, urlVariable } from './words.ts'

const timeoutMs = 60_000

/**
 * Makes the mall on this state read its list of parts anew, and waits until the service answers. Returns its address, undefined
 * without a running mall.
 * @throws ReleaseError UNREACHABLE when it does not answer in time
 */
export async function joinMall(stateDir: string, name: string): Promise<string | undefined> {
  const launcher = launcherOf(stateDir)
  if (!launcher) return undefined
  process.kill(launcher, 'SIGUSR2')
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const { [urlVariable(name)]: url }: Record<string, string | undefined> = JSON.parse(
      readFileSync(join(stateDir, 'env.json'), 'utf8'),
    )
    if (url && (await serves(url, name))) return url
    if (Date.now() > deadline)
      throw new ReleaseError(
        'UNREACHABLE',
        `${name} did not answer within ${timeoutMs / 1000} s: see ${join(stateDir, 'logs')}, then stop and \`npm start\``,
      )
    await sleep(200)
  }
}

/** Whether the process at the address is healthy and serves the service's contract. */
async function serves(url: string, name: string): Promise<boolean> {
  const { Name } = serviceWords(name)
  try {
    const get = (path: string) => fetch(url + path, { signal: AbortSignal.timeout(2000) })
    const contracts = await get('/contracts')
    return (await get('/healthz')).ok && (await contracts.text()).includes(`${Name}Service`)
  } catch {
    return false
  }
}
