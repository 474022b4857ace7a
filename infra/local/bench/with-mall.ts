import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openMall } from '../src/mall/open-mall.ts'

/** Runs a bench against the mall at MALL_URL, or against one of its own that is gone afterwards. */
export async function withMall<T>(bench: (url: string) => Promise<T>): Promise<T> {
  const running = process.env['MALL_URL']
  if (running) return bench(running)
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-bench-'))
  const mall = await openMall({ stateDir, durable: false })
  try {
    return await bench(mall.url)
  } finally {
    await mall.stop()
    rmSync(stateDir, { recursive: true, force: true })
  }
}
