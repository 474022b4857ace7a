import type { VerbResult } from '@mallhive/release-kit/cli/verb'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { LoggedQuery, remoteSearch } from '../../remote-search.ts'

const defaultDays = 30
const mostDays = 90

export async function readReport(
  { getReport }: Pick<ReturnType<typeof remoteSearch>, 'getReport'>,
  { days: given, locale }: { days?: string; locale?: string },
): Promise<VerbResult> {
  const days = given === undefined ? defaultDays : Number(given)
  if (!Number.isInteger(days) || days < 1 || days > mostDays)
    throw new ReleaseError('INVALID', `--days is a whole number from 1 to ${mostDays}`)
  const report = await getReport({ days, locale })
  const { sum, top, withoutResults, withFewClicks } = report
  const lines = [
    `${sum.searches} searches of shoppers who agreed to their being kept, in ${days} days${locale ? ` (${locale})` : ''}: ` +
      `${sum.withoutResults} without results, ${sum.clicked} led to a product, ${sum.added} to the cart, ${sum.bought} to an order`,
    ...section('most searched for', top),
    ...section('without results', withoutResults),
    ...section('with few clicks (5 searches with results or more, less than a fifth clicked)', withFewClicks),
  ]
  return { lines, json: report }
}

const heads = [
  'query',
  'locale',
  'searches',
  'none',
  'results',
  'clicked',
  'place',
  'added',
  'bought',
] as const

function section(title: string, queries: LoggedQuery[]): string[] {
  if (queries.length === 0) return ['', `${title}: none`]
  const rows = [[...heads], ...queries.map(cellsOf)]
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
  return ['', title, ...lines]
}

const cellsOf = (row: LoggedQuery): string[] => [
  printable(row.correctedTo ? `${row.query} → ${row.correctedTo}` : row.query),
  row.locale,
  ...[row.searches, row.withoutResults, row.total, row.clicked].map(String),
  row.clickedPosition?.toFixed(1) ?? '–',
  ...[row.added, row.bought].map(String),
]

/** Strangers type queries: none may move the cursor or colour the screen of who reads them. */
const printable = (text: string) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·')
