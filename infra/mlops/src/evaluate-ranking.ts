import { readFileSync, writeFileSync } from 'node:fs'

import { answerJudged } from '@mallhive/infra-local/bench/answer-judged'

import { type Evaluation, evaluation } from './evaluation.ts'
import { refusals } from './gate.ts'
import { verdictOf } from './verdict.ts'

/**
 * Writes how well this checkout ranks to a file, and where a baseline is given, prints why it must not be replaced. Returns the exit
 * code.
 */
export async function evaluateRanking(file: string | undefined, baselineFile?: string): Promise<number> {
  if (!file) return 2
  const candidate = await answerJudged()
  write(file, candidate)
  if (!baselineFile) return 0
  const refused = refusals(read(baselineFile), candidate)
  const passes = refused.length === 0
  console.log(JSON.stringify({ passes, refused }))
  return passes ? 0 : 1
}

/** Writes what the gate says of two evaluations. */
export function judge(candidateFile: string, baselineFile: string, verdictFile: string): void {
  write(verdictFile, verdictOf(refusals(read(baselineFile), read(candidateFile))))
}

const read = (file: string): Evaluation => evaluation.parse(JSON.parse(readFileSync(file, 'utf8')))
const write = (file: string, content: object) => writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
