import { type Forgotten, forgotten as known } from './forgotten.ts'

export type Change = {
  address: string
  mode?: string
  type: string
  change: {
    actions: string[]
    before: Record<string, unknown> | null
    after: Record<string, unknown> | null
    after_unknown?: Record<string, unknown>
  }
}

/**
 * Returns what a plan would change although nothing has changed, as `address attribute`: but for attributes that the emulator does
 * not give back, and for those that are unknown only because another resource changes.
 */
export function unexpectedDrift(changes: Change[], forgotten: Forgotten = known): string[] {
  return changes
    .filter(({ mode, change }) => mode !== 'data' && change.actions.join() !== 'no-op')
    .flatMap(({ address, type, change }) => {
      if (change.actions.join() !== 'update') return [`${address} ${change.actions.join(' and ')}`]
      return changedAttributes(change)
        .filter((attribute) => !forgotten[type]?.includes(attribute))
        .map((attribute) => `${address} ${attribute}`)
    })
}

function changedAttributes({ before, after, after_unknown: unknown = {} }: Change['change']): string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...names].filter(
    (name) => unknown[name] !== true && canonical(before?.[name]) !== canonical(after?.[name]),
  )
}

/** Text of a value in which neither the order of keys counts nor the white space of JSON in strings. */
const canonical = (value: unknown): string => JSON.stringify(sorted(value ?? null))

function sorted(value: unknown): unknown {
  if (typeof value === 'string') return /^[[{]/.test(value) ? parsed(value) : value
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, inner]) => [name, sorted(inner)] as const)
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function parsed(text: string): unknown {
  try {
    return sorted(JSON.parse(text))
  } catch {
    return text
  }
}
