import type { Analyzers } from '../index/analyzer.ts'
import { analysisOf } from './analysis.ts'

/**
 * Analyzers of the languages that have rows of their own in the index. A text that is not translated is analysed in its own
 * language there as well: `understand` looks for the stems of either.
 */
export const analyzers = { en: analysisOf('en'), de: analysisOf('de') } satisfies Analyzers
