import { tokens } from '../lexicon/tokens.ts'
import { allOf, narrow } from './alternatives.ts'
import { adding, type Step } from './draft.ts'
import { takePrices } from './take-prices.ts'
import { takeSizes } from './take-sizes.ts'

const quantity = /^[\d.,/⁄]+\p{L}{0,3}$/u
const joined = /^[\p{L}\p{N}]+(?:[._/-]+[\p{L}\p{N}]+)+$/u
const number = /^#?\d{6,}$/

/** Takes what looks like the number of an article or an order. Its words stay one concept, which nothing corrects. */
export const takeSkus: Step = (draft, reading) => {
  const { lexicon } = reading
  // `max.30` and `Gr.42` are none.
  const isRead = (rest: string) =>
    [takeSizes, takePrices].some((step) => {
      const alone = { ...draft, rest }
      return step(alone, reading) !== alone
    })
  const typed = draft.rest.split(' ')
  const skus = typed.filter((text) => isSku(text) && !isRead(text))
  if (skus.length === 0) return draft
  const telling = (text: string) => {
    const said = tokens(text)
    const others = said.filter((word) => !lexicon.isStopWord(word))
    return others.length > 0 ? others : said
  }
  const words = skus.map((text) => ({
    text,
    alternatives: narrow(allOf(telling(text), 1, lexicon), lexicon),
  }))
  const rest = typed.filter((each) => !skus.includes(each)).join(' ')
  return adding(
    { ...draft, rest, words: [...draft.words, ...words] },
    { skus: skus.map((sku) => sku.replace(/^#/, '')) },
  )
}

function isSku(text: string): boolean {
  if (number.test(text)) return true
  if (quantity.test(text) || !/\p{L}/u.test(text)) return false
  const digits = text.match(/\d/g)?.length ?? 0
  return joined.test(text) ? /[._]/.test(text) || digits > 1 : /^[\p{L}\p{N}]{5,}$/u.test(text) && digits > 1
}
