import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')

interface Row {
  query: string
  locale: string
  searches: number
  clicked: number
  added: number
  bought: number
}

/** Returns what `./mall search report` counts for a query, over all languages. */
export async function reportOf(wanted: string) {
  const env = { ...process.env, MALL_STATE: process.env['MALL_STATE'] ?? join(root, '.mall') }
  const { stdout } = await promisify(execFile)(join(root, 'mall'), ['search', 'report', '--json'], { env })
  const { top }: { top: Row[] } = JSON.parse(stdout)
  const rows = top.filter(({ query }) => query === wanted)
  const sum = (count: (row: Row) => number) => rows.reduce((total, row) => total + count(row), 0)
  return {
    searches: sum((row) => row.searches),
    clicked: sum((row) => row.clicked),
    added: sum((row) => row.added),
    bought: sum((row) => row.bought),
  }
}
