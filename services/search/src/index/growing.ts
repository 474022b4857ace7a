import type { StructuredQuery, Typing } from '../query/structured-query.ts'

/** Returns the query for all that a text may become: its last concept is met by words that begin so too. */
export function growing({ structured, begun }: Typing): StructuredQuery {
  const { concepts } = structured
  const last = concepts.at(-1)
  return last
    ? {
        ...structured,
        concepts: [...concepts.slice(0, -1), { ...last, alternatives: [...last.alternatives, ...begun] }],
      }
    : structured
}
