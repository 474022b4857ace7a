import type { Analyzers } from '../index/analyzer.ts'
import { analysisOf } from './analysis.ts'

/** Analyzers of the languages that have rows of their own in the index. */
export const analyzers = { en: analysisOf('en'), de: analysisOf('de') } satisfies Analyzers
