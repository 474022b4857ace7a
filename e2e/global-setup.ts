import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openMall } from '@mallhive/infra-local/mall/open-mall'
import { readSearchEngine } from '@mallhive/infra-local/mall/search-engine'
import { wipeState } from '@mallhive/infra-local/mall/wipe-state'

/**
 * Opens a temporary mall for the whole run, with all locales, complete or not, and sets MALL_URL, MAIL_URL and MALL_STATE for the tests. MALL_SEARCH chooses its search engine. When they are already
 * set, the tests use that running mall.
 */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['MALL_URL']) return undefined
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-e2e-'))
  const mall = await openMall({
    stateDir,
    durable: false,
    search: readSearchEngine(),
    env: { LOCALES: 'en,de,ar,en-xa' },
  })
  process.env['MALL_URL'] = mall.url
  process.env['MAIL_URL'] = mall.mailUrl
  process.env['MALL_STATE'] = stateDir
  return async () => {
    await mall.stop()
    wipeState(stateDir)
  }
}
