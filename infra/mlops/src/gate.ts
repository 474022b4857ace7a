import type { Evaluation } from './evaluation.ts'

/** What one set may lose while the queries of all together gain. */
const mostLost = 0.01
/** One-sided 95 % of a normal distribution. */
const z95 = 1.645

/** Returns why a candidate must not replace the baseline; nothing when it may. */
export function refusals(baseline: Evaluation, candidate: Evaluation): string[] {
  const foreign = differingQueries(baseline, candidate)
  if (foreign.length > 0) return [`not the same queries: ${foreign.join(', ')}`]
  const refused: string[] = []
  const gains: number[] = []
  for (const [set, queries] of Object.entries(baseline)) {
    const pairs = Object.entries(queries).map(([text, before]) => [before, candidate[set]![text]!] as const)
    const gained = pairs.map(([before, after]) => after.ndcg - before.ndcg)
    gains.push(...gained)
    if (mean(gained) < -mostLost) refused.push(`${set} loses ${(-mean(gained)).toFixed(3)} of nDCG@10`)
    const lost = pairs.filter(([before, after]) => before.ndcg > 0 && before.total > 0 && after.total === 0)
    if (lost.length > 0) refused.push(`${set}: ${lost.length} queries that were answered find nothing`)
  }
  if (leastGain(gains) <= 0) refused.push(`no certain gain: ${mean(gains).toFixed(4)} of nDCG@10 on average`)
  return refused
}

/** Returns what a candidate gains at least on average, with a confidence of 95 %. */
function leastGain(gains: number[]): number {
  const average = mean(gains)
  const variance = gains.reduce((sum, gain) => sum + (gain - average) ** 2, 0) / Math.max(1, gains.length - 1)
  return average - z95 * Math.sqrt(variance / gains.length)
}

/** Returns the queries that only one of the two has. */
function differingQueries(one: Evaluation, other: Evaluation): string[] {
  const [mine, theirs] = [namesOf(one), namesOf(other)]
  return [...mine.filter((name) => !theirs.includes(name)), ...theirs.filter((name) => !mine.includes(name))]
}

const namesOf = (evaluation: Evaluation): string[] =>
  Object.entries(evaluation).flatMap(([set, queries]) =>
    Object.keys(queries).map((text) => `${set} "${text}"`),
  )

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
