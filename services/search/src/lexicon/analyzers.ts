import { liveLocales } from '@mallhive/contracts/locales'
import type { Analyzers } from '../index/analyzer.ts'
import { analysisOf } from './analysis.ts'
import { languageOf } from './languages.ts'

/**
 * Analyzers of the languages that have rows of their own in the index: those that shoppers may choose. A text that is not
 * translated is analysed in its own language there as well: `understand` looks for the stems of either.
 */
export const analyzers: Analyzers = Object.fromEntries(
  liveLocales
    .filter((locale) => languageOf(locale).locale === locale)
    .map((locale) => [locale, analysisOf(locale)]),
)
