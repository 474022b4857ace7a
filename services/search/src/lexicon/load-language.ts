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
  /** The nouns of the dictionary. */
  nouns: Dictionary
  adjectives: Dictionary
  synonyms: Synonyms
  /** What is wanted for what a text describes: a sock for a foot. */
  needs: Synonyms
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
  const read = (name: string) => readFile(new URL(`${locale}.${name}.txt`, folder), 'utf8')
  const [{ words, nouns, adjectives = [] } = { words: [], nouns: undefined }, synonyms, needs] =
    await Promise.all([analysis.language.dictionary?.(), read('synonyms'), read('needs')])
  const dictionary = packDictionary(await inTurns(words, analysis.fold))
  return {
    analysis,
    dictionary,
    nouns: nouns ? packDictionary(await inTurns(nouns, analysis.fold)) : dictionary,
    adjectives: packDictionary(await inTurns(adjectives, analysis.fold)),
    synonyms: parseSynonyms(synonyms, analysis),
    needs: parseSynonyms(needs, analysis),
  }
}
