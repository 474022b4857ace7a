import { createHash } from 'node:crypto'
import type { Step } from '../cursor.ts'
import type { IndexQuery } from '../port.ts'
import type { Rarity } from '../rarity.ts'
import type { Counts } from './counts.ts'
import type { Scope } from './scope.ts'

const most = 500

/** What a step of a text has found in a state of the index. Counts are read only of one that is enough, or by a cursor. */
export type Remembered = { state: string; isEnough: boolean; counts: Counts | undefined }

/** What is known of texts. It is true for as long as the state of the index is that one; the ones asked for last stay. */
export function rememberTexts() {
  const known = new Map<string, Remembered>()
  const renew = (key: string, remembered: Remembered) => {
    known.delete(key)
    const [oldest] = known.keys()
    if (known.size >= most && oldest !== undefined) known.delete(oldest)
    known.set(key, remembered)
  }
  return {
    keep: renew,
    of(key: string): Remembered | undefined {
      const remembered = known.get(key)
      if (remembered) renew(key, remembered)
      return remembered
    },
  }
}

export type RememberedTexts = ReturnType<typeof rememberTexts>

/** Names all that decides what a step finds and counts, whatever the sort and the page. */
export function textKey(
  { structured, locale, currency }: IndexQuery,
  scope: Scope,
  rarities: Rarity[],
  step: Step,
): string {
  const { text: _, notes: __, ...meaning } = structured!
  const known = rarities.map(({ rarity }) => rarity)
  return createHash('sha1')
    .update(JSON.stringify([locale, currency, meaning, scope, known, step]))
    .digest('base64url')
}
