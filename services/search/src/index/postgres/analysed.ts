import type { Analyzer } from '../analyzer.ts'
import type { DocumentTexts } from '../document.ts'

/** The words of a document's texts in one language. */
export type Analysed = {
  title: string[]
  /** The noun that the title is about. */
  head: string
  /** Of each category and fact. */
  facts: string[][]
  description: string[]
}

const known = new WeakMap<DocumentTexts, { analyzer: Analyzer; analysed: Analysed }>()

/** Analyses texts once: a document without translations has the same ones in several languages. */
export function analysed(texts: DocumentTexts, analyzer: Analyzer): Analysed {
  const had = known.get(texts)
  if (had?.analyzer === analyzer) return had.analysed
  const fresh = {
    title: analyzer.tokens(texts.title),
    head: analyzer.head(texts.title),
    facts: [...texts.categories, ...texts.facts].map((text) => analyzer.tokens(text)),
    description: analyzer.tokens(texts.description),
  }
  known.set(texts, { analyzer, analysed: fresh })
  return fresh
}
