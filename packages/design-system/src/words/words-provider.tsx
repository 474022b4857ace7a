'use client'
import { use } from 'react'
import type { ReactNode } from 'react'
import { sharedContext } from '../shared-context.ts'
import { englishWords } from './words.ts'
import type { Words } from './words.ts'

const WordsContext = sharedContext<Words | undefined>('words', undefined)

/** Provides the words of every component in the page's language. */
export function WordsProvider({ words, children }: { words: Words; children: ReactNode }) {
  return <WordsContext value={words}>{children}</WordsContext>
}

/** Returns the words of the page's language, or the English ones. */
export const useWords = (): Words => use(WordsContext) ?? englishWords
