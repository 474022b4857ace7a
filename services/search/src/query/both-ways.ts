import type { Lexicon } from '../lexicon/lexicon.ts'
import { narrow, waysOf } from './alternatives.ts'
import type { Alternative } from './structured-query.ts'
import { surelyTranslated } from './translations-of.ts'

const most = 4

/** Returns the ways to meet both parts of a compound, whether or not it is written as one word. */
export const bothWays = (first: string, last: string, lexicon: Lexicon): Alternative[] =>
  meanings(first, lexicon)
    .slice(0, most)
    .flatMap(({ stems }) =>
      meanings(last, lexicon)
        .slice(0, most)
        .map((way) => ({ stems: [...stems, ...way.stems], weight: 0.9 * way.weight })),
    )

/** Returns the ways to meet a part of a compound that products have. */
export const meanings = (part: string, lexicon: Lexicon): Alternative[] =>
  narrow([...waysOf(part, 1, lexicon), ...surelyTranslated(part, lexicon)], lexicon)
