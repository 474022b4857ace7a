/** What `publish`, `promote` and `check` have in common. */
export const gateOptions = {
  override: {
    type: 'string',
    value: 'why',
    does: 'let it through although the gate refuses it; the reason stands in the history',
  },
  first: {
    type: 'boolean',
    does: 'for a new mall: fragments of micro frontends that were never live are not missed',
  },
} as const
