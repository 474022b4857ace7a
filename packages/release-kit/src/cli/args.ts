/** Positional arguments that several verbs share. */
export const here = {
  what: 'micro frontend (its name, its folder; none: this folder)',
  kind: 'micro frontend',
  optional: true,
} as const
export const published = { what: 'micro frontend', kind: 'published' } as const
export const version = { what: 'version', kind: 'version' } as const
