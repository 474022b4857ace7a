import { readFile } from 'node:fs/promises'
import type { Locale } from '@mallhive/contracts/locales'
import { type Analysis, analysisOf } from './analysis.ts'
import { type Dictionary, packDictionary } from './dictionary.ts'
import { inTurns } from './in-turns.ts'
import { folder } from './languages.ts'
import { parseSynonyms, type Synonyms } from './synonyms.ts'

/** What is read from files for a language. */
export interface LoadedLanguage {
  analysis: Analysis
  dictionary: Dictionary
  synonyms: Synonyms
}

const loaded = new Map<Locale, Promise<LoadedLanguage>>()

/** Loads a language once. */
export function loadLanguage(locale: Locale): Promise<LoadedLanguage> {
  const loading = loaded.get(locale) ?? load(locale)
  loaded.set(locale, loading)
  return loading
}

async function load(locale: Locale): Promise<LoadedLanguage> {
  const analysis = analysisOf(locale)
  const [words = [], synonyms] = await Promise.all([
    analysis.language.dictionary?.(),
    readFile(new URL(`${locale}.synonyms.txt`, folder), 'utf8'),
  ])
  return {
    analysis,
    dictionary: packDictionary(await inTurns(words, analysis.fold)),
    synonyms: parseSynonyms(synonyms, analysis.stem),
  }
}
