import { readFileSync, writeFileSync } from 'node:fs'

import { answerJudged } from '@mallhive/infra-local/bench/answer-judged'

import { evaluation } from './evaluation.ts'
import { refusals } from './gate.ts'
import { verdictOf } from './verdict.ts'

/**
 * Writes how well this checkout ranks to a file, and where a baseline is given, prints why it must not be replaced. Returns the exit
 * code. Where a file for the verdict is given, a refusal is no failure: who reads that file decides.
 */
export async function evaluateRanking(
  file: string | undefined,
  baselineFile?: string,
  verdictFile?: string,
): Promise<number> {
  if (!file) return 2
  const candidate = await answerJudged()
  write(file, candidate)
  if (!baselineFile) return 0
  const refused = refusals(evaluation.parse(JSON.parse(readFileSync(baselineFile, 'utf8'))), candidate)
  const passes = refused.length === 0
  console.log(JSON.stringify({ passes, refused }))
  if (verdictFile) write(verdictFile, verdictOf(refused))
  return passes || verdictFile ? 0 : 1
}

const write = (file: string, content: object) => writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
