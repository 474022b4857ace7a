import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')

interface Row {
  query: string
  searches: number
  clicked: number
  added: number
  bought: number
}

/** Returns what `./mall search report` counts for a query, or for all together. */
export async function reportOf(wanted?: string) {
  const env = { ...process.env, MALL_STATE: process.env['MALL_STATE'] ?? join(root, '.mall') }
  const { stdout } = await promisify(execFile)(join(root, 'mall'), ['search', 'report', '--json'], { env })
  const { sum, top }: { sum: Row; top: Row[] } = JSON.parse(stdout)
  const row = wanted === undefined ? sum : top.find(({ query }) => query === wanted)
  const { searches = 0, clicked = 0, added = 0, bought = 0 } = row ?? {}
  return { searches, clicked, added, bought }
}
