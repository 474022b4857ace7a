import { z } from 'zod'
import { domainError } from '../reasons.ts'

// A keyset position in a sorted list: the sort key and id of one product, and the direction of the page.
export type Cursor = { sort: string; way: 'after' | 'before'; key: number; id: string }

const shape = z.tuple([z.string(), z.enum(['after', 'before']), z.int(), z.guid()])

export function encodeCursor({ sort, way, key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, way, key, id])).toString('base64url')
}

/** @throws DomainError BAD_CURSOR when the cursor is malformed or belongs to another sort */
export function decodeCursor(text: string, sort: string): Cursor {
  const parsed = shape.safeParse(jsonOf(text))
  if (!parsed.success || parsed.data[0] !== sort) {
    throw domainError('BAD_CURSOR', 'the cursor does not belong to this list')
  }
  const [, way, key, id] = parsed.data
  return { sort, way, key, id }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}
