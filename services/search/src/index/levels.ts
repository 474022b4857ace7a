import type { Step } from './cursor.ts'

const named = [4, 3, 1.4, 0.2] as const
const described = [2, 2, 1.5, 1] as const

/**
 * What a stem counts in the head noun of a title, in a title, in facts and in a description. Where descriptions are read for
 * several words, rare ones count, wherever they stand.
 */
export const countsIn = (step: Step, concepts: number): typeof named | typeof described =>
  step === 'any' && concepts > 1 ? described : named
