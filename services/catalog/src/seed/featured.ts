import type { Draft } from './catalogue/draft.ts'

/**
 * Where a thing stands on the front of the mall: 0 for the first of its shelf, 1 for the next that can be had and looks
 * like something else. Null for the rest.
 */
export function placeOnFront(shelf: Draft[], draft: Draft): number | null {
  const [first] = shelf
  const second = shelf.find(({ emoji, stock }) => emoji !== first?.emoji && stock !== 'out')
  if (draft === first) return 0
  return draft === second ? 1 : null
}
