import { z } from 'zod'
import { domainError } from '../reasons.ts'
import type { IndexSort } from './port.ts'

/**
 * How much of a query a product must meet: all words, most words, most words with descriptions included, or none, because it is a
 * gift.
 */
export const steps = ['all', 'most', 'any', 'gift'] as const
export type Step = (typeof steps)[number]

/**
 * A place in a list: the sort key and id of one product, and the direction of the page. With the rarity of each concept and
 * the step that the list was made with, so that writes between two pages do not reorder it.
 */
export type Cursor = {
  sort: IndexSort
  way: 'after' | 'before'
  key: number
  id: string
  step: Step
  rarities: number[]
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
])

export function encodeCursor({ sort, way, key, id, step, rarities }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, way, key, id, step, rarities])).toString('base64url')
}

/** @throws DomainError BAD_CURSOR when the cursor is malformed or belongs to another list */
export function decodeCursor(text: string, sort: IndexSort, concepts: number): Cursor {
  const parsed = shape.safeParse(jsonOf(text))
  if (!parsed.success || parsed.data[0] !== sort || parsed.data[5].length !== concepts)
    throw domainError('BAD_CURSOR', 'the cursor does not belong to this list')
  const [, way, key, id, step, rarities] = parsed.data
  return { sort, way, key, id, step, rarities }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}
