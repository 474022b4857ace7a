import type { Draft } from './catalogue/draft.ts'

/**
 * Returns a product's position on the front page: 0 for the first of its shelf, 1 for the next in stock with another picture,
 * null for the rest.
 */
export function placeOnFront(shelf: Draft[], draft: Draft): number | null {
  const [first] = shelf
  const second = shelf.find(({ emoji, stock }) => emoji !== first?.emoji && stock !== 'out')
  if (draft === first) return 0
  return draft === second ? 1 : null
}
