/** Instances of services and their caches see a change up to this much later than the process that remembers. */
const settleMs = 1000
/** Longer than any call to a BFF. */
const heldMs = 15_000

/** The latest events, by which an answer that was asked for before a change is not remembered after it. */
export function openRecentEvents(now: () => number) {
  /** The oldest first. */
  const at = new Map<string, number>()
  let missedAt = Number.NEGATIVE_INFINITY

  return {
    /** @param missed whether there may have been others */
    note(events: string[], missed: boolean): void {
      const noted = now()
      if (missed) missedAt = noted
      for (const event of events) {
        at.delete(event)
        at.set(event, noted)
      }
      for (const [event, time] of at) {
        if (noted - time < heldMs) break
        at.delete(event)
      }
    },
    /** Whether one of the events may have changed what an answer asked for at that time contains. */
    overtook(askedAt: number, events: string[]): boolean {
      const isLater = (time: number) => time + settleMs >= askedAt
      return isLater(missedAt) || events.some((event) => isLater(at.get(event) ?? Number.NEGATIVE_INFINITY))
    },
  }
}
