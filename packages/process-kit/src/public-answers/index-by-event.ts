/** The keys of remembered answers by the events after which they are wrong. */
export function indexByEvent() {
  const keys = new Map<string, Set<string>>()
  return {
    add(key: string, events: string[]): void {
      for (const event of events) {
        const known = keys.get(event)
        if (known) known.add(key)
        else keys.set(event, new Set([key]))
      }
    },
    remove(key: string, events: string[]): void {
      for (const event of events) {
        const known = keys.get(event)
        known?.delete(key)
        if (known?.size === 0) keys.delete(event)
      }
    },
    of: (event: string): string[] => [...(keys.get(event) ?? [])],
  }
}
