/** The kinds of refusal; each edge maps a kind to a status of its protocol. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'exhausted'
  | 'unavailable'

/** A closed list of reasons to refuse a call, with the kind of each. */
export type Reasons = Readonly<Record<string, RefusalKind>>
