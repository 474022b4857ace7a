import type { Lexicon } from '../lexicon/lexicon.ts'
import { isNamed } from '../lexicon/shop-names.ts'
import { adding, type Step } from './draft.ts'

/** Takes the name of a shop, with one typing error a word, or a word that only its name has. A known word is no misspelt shop. */
export const takeShop: Step = (draft, { lexicon, verbatim }) => {
  const typed = draft.words
    .filter(({ text, alternatives }) => !alternatives && !lexicon.isStopWord(text))
    .map(({ text }) => text)
  const isMeant = (word: string, name: string, whole: number) =>
    word === name ||
    (!verbatim &&
      isNamed(word, name) &&
      (whole > 1 || !(lexicon.isWord(word) || lexicon.terms(word).some(lexicon.isKnown))))
  for (const shop of lexicon.shopsNamed(typed).toSorted((a, b) => b.words.length - a.words.length)) {
    const whole = shop.words.length
    const at = typed.findIndex((_, start) =>
      shop.words.every((name, n) => isMeant(typed[start + n] ?? '', name, whole)),
    )
    if (at < 0) continue
    const named = new Set(typed.slice(at, at + whole))
    return adding(
      { ...draft, words: draft.words.filter(({ text }) => !named.has(text)) },
      {
        filters: { sellerSlug: shop.slug },
        notes: [{ kind: 'shop', slug: shop.slug, name: shop.name, words: [...named].join(' ') }],
      },
    )
  }
  const [shop, ...others] = verbatim ? [] : lexicon.shopsNamed(typed)
  const word = typed.find((each) => shop?.words.includes(each))
  if (!shop || others.length > 0 || !word || saysMore(word, lexicon)) return draft
  return adding(
    { ...draft, words: draft.words.filter(({ text }) => text !== word) },
    {
      filters: { sellerSlug: shop.slug },
      notes: [{ kind: 'shop', slug: shop.slug, name: shop.name, words: word }],
    },
  )
}

/** Whether a word of a shop's name is another word of products, or of things that shoppers want. */
const saysMore = (word: string, { terms, isKnown, isThing }: Lexicon): boolean =>
  terms(word).some(isKnown) || isThing(word)
