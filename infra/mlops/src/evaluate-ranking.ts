import { readFileSync, writeFileSync } from 'node:fs'

import { answerJudged } from '@mallhive/infra-local/bench/answer-judged'

import { evaluation } from './evaluation.ts'
import { refusals } from './gate.ts'

/**
 * Writes how well this checkout ranks to a file, and where a baseline is given, prints why it must not be replaced. Returns the exit
 * code.
 */
export async function evaluateRanking(file: string | undefined, baselineFile?: string): Promise<number> {
  if (!file) return 2
  const candidate = await answerJudged()
  writeFileSync(file, `${JSON.stringify(candidate, null, 2)}\n`)
  if (!baselineFile) return 0
  const refused = refusals(evaluation.parse(JSON.parse(readFileSync(baselineFile, 'utf8'))), candidate)
  console.log(JSON.stringify({ passes: refused.length === 0, refused }))
  return refused.length === 0 ? 0 : 1
}
