import type { RefusedRelease } from '../../gate/smoke/refused-releases.ts'
import type { Canary, Pointer, PointerChange } from '@mallhive/release-runtime/pointer'
import { plainLine } from '@mallhive/release-runtime/plain-line'

export interface StatusRow {
  name: string
  revision?: number
  stable?: string
  canary?: Canary
  retired?: boolean
  withdrawn?: Pointer['withdrawn']
  last?: PointerChange
  /** Why its pointer can't be read. */
  error?: string
  /** Failures that the shell reports for it. */
  failing: string[]
  /** Published releases that the smoke test refused. */
  refused: RefusedRelease[]
}

/** Formats one line per micro frontend, in columns, with its problems below it. */
export function statusTable(rows: StatusRow[]): string[] {
  if (rows.length === 0) return ['nothing is published yet']
  const cells = [['', 'stable', 'canary', 'revision', 'by', 'since'], ...rows.map(cellsOf)]
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? []
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [lines[0] ?? '', ...rows.flatMap((row, i) => [lines[i + 1] ?? '', ...problemsOf(row)])]
}

function cellsOf({ name, stable, canary, revision, last, retired }: StatusRow): string[] {
  if (retired) return [name, 'retired', '', String(revision), last?.by ?? '', last?.at ?? '']
  if (!stable) return [name, '–', '', '', '', '']
  const share = canary ? `${canary.version} ${canary.percent} %` : ''
  return [name, stable, share, String(revision), last?.by ?? '', last?.at ?? '']
}

function problemsOf({ error, failing, refused, stable, withdrawn = [] }: StatusRow): string[] {
  const nothing = !stable && !error ? ['published, nothing live'] : []
  const refusals = refused.map(({ version, problem }) => `${version} is published and refused: ${problem}`)
  const ended = withdrawn.map(({ version, reason }) => `${version} is withdrawn: ${reason}`)
  const problems = [...nothing, ...(error ? [error] : []), ...failing, ...refusals, ...ended]
  return problems.map((problem) => `  ! ${plainLine(problem)}`)
}
