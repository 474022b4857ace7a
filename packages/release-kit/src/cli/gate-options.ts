/** Options that `publish`, `promote` and `check` share. */
export const gateOptions = {
  override: {
    type: 'string',
    value: 'why',
    does: 'release although the gate refuses it; the history keeps the reason',
  },
  first: {
    type: 'boolean',
    does: 'for a new mall: ignore fragments of micro frontends that were never live',
  },
} as const
