import { isRefusedFor } from '@mallhive/mfe-kit/bff/refusal'

export const pageSize = 24

/** Pages that are reached by number. Each product before a page costs time, so further ones are reached by cursor only. */
const mostNumbered = 50

export type Place = { cursor?: string; page?: number }
/** A step to another page of a list: by cursor, or by number where it `isNumbered`. */
export type Step = { page: number; cursor: string; isNumbered: boolean }

type Page = { products: unknown[]; total: number; nextCursor: string; previousCursor: string }

/**
 * Reads the page of a list at a cursor, without one the page of a number, and whether the list ends before it. A cursor that the
 * engine does not know, such as one of another engine, is replaced by the number that came with it.
 */
export async function readPage<P extends Page>(
  place: Place,
  read: (at: { cursor: string } | { offset: number }) => Promise<P>,
): Promise<P & { page: number; isBeyond: boolean }> {
  const found = await readAt(place, read)
  return { ...found, isBeyond: found.products.length === 0 && found.total > 0 && found.page > 1 }
}

async function readAt<P extends Page>(
  { cursor, page = 1 }: Place,
  read: (at: { cursor: string } | { offset: number }) => Promise<P>,
): Promise<P & { page: number }> {
  if (cursor) {
    try {
      return { ...(await read({ cursor })), page }
    } catch (error) {
      if (!isRefusedFor({ BAD_CURSOR: true }, error)) throw error
    }
  }
  if (page <= mostNumbered) return { ...(await read({ offset: (page - 1) * pageSize })), page }
  const first = await read({ offset: 0 })
  return cursor ? { ...first, page: 1 } : { ...first, products: [], nextCursor: '', previousCursor: '', page }
}

/** Returns the number of a page, of how many, what stands before it, and the steps to those beside it. */
export function stepsOf({ page, total, nextCursor, previousCursor }: Page & { page: number }) {
  const step = (to: number, cursor: string): Step | undefined =>
    cursor ? { page: to, cursor, isNumbered: to <= mostNumbered } : undefined
  return {
    page,
    before: (page - 1) * pageSize,
    pages: Math.max(Math.ceil(total / pageSize), page),
    isNumbered: page <= mostNumbered,
    next: step(page + 1, nextCursor),
    previous: step(Math.max(page - 1, 1), previousCursor),
  }
}
