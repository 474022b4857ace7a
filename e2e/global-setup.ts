import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openMall } from '@mallhive/infra-local/mall/open-mall'
import { wipeState } from '@mallhive/infra-local/mall/wipe-state'

/**
 * Opens a mall of its own for the whole run; MALL_URL and MAIL_URL tell the tests where. Where they are set already, the
 * mall that runs there is tested, and tests that take parts of it down have nothing to do.
 */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['MALL_URL']) return undefined
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-e2e-'))
  const mall = await openMall({ stateDir, durable: false })
  process.env['MALL_URL'] = mall.url
  process.env['MAIL_URL'] = mall.mailUrl
  return async () => {
    await mall.stop()
    wipeState(stateDir)
  }
}
