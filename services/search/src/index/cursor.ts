import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Concept } from '../query/structured-query.ts'
import { domainError } from '../reasons.ts'
import type { IndexSort } from './port.ts'

/**
 * How much of a query a product must meet: all words, most words, most words with descriptions included, or none, because it is a
 * gift.
 */
const steps = ['all', 'most', 'any', 'gift'] as const
export type Step = (typeof steps)[number]

/**
 * A place in a list: the sort key and id of one product, and the direction of the page. With the rarity of each concept and
 * the step that the list was made with, so that writes between two pages do not reorder it. Without rarities where the text is
 * read otherwise than on the page before, because the words of the index have changed: the list goes on from about there.
 */
export type Cursor = {
  sort: IndexSort
  way: 'after' | 'before'
  key: number
  id: string
  step: Step
  rarities: number[] | undefined
}

/** All whole numbers up to here are exact in JSON, and in the columns of an engine. */
const largestKey = 2 ** 53

const shape = z.tuple([
  z.string(),
  z.enum(['after', 'before']),
  z.number().min(-largestKey).max(largestKey),
  z.guid(),
  z.enum(steps),
  z.array(z.number().min(0).max(100)).max(64),
  z.string(),
])

export function encodeCursor(
  { sort, way, key, id, step, rarities }: Cursor,
  concepts: readonly Concept[] = [],
): string {
  const parts = [sort, way, key, id, step, rarities, hashOf(concepts)]
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** @throws DomainError BAD_CURSOR when the cursor is malformed or belongs to a list in another order */
export function decodeCursor(text: string, sort: IndexSort, concepts: readonly Concept[] = []): Cursor {
  const parsed = shape.safeParse(jsonOf(text))
  if (!parsed.success || parsed.data[0] !== sort)
    throw domainError('BAD_CURSOR', 'the cursor does not belong to this list')
  const [, way, key, id, step, rarities, hash] = parsed.data
  const isReadAlike = hash === hashOf(concepts) && rarities.length === concepts.length
  return { sort, way, key, id, step, rarities: isReadAlike ? rarities : undefined }
}

/** Whether a text is a place in a list of that order. */
export const isCursorIn = (text: string, sort: IndexSort): boolean =>
  shape.safeParse(jsonOf(text)).data?.[0] === sort

const hashOf = (concepts: readonly Concept[]): string =>
  createHash('sha1')
    .update(JSON.stringify(concepts.map(({ alternatives, isHead }) => [alternatives, isHead])))
    .digest('base64url')
    .slice(0, 8)

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}
