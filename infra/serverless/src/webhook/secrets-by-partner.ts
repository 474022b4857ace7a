import { z } from 'zod'

const schema = z.record(z.string(), z.array(z.string().startsWith('whsec_')).min(1).max(2))
/** How long a secret that was withdrawn may still sign. */
const keptMs = 60_000

/** Returns the secrets of partners, two for one whose secret is being replaced. They are read again after a minute. */
export function secretsByPartner(read: () => Promise<unknown>): (partner: string) => Promise<string[]> {
  let kept: { until: number; all: Map<string, string[]> } | undefined
  return async (partner) => {
    if (!kept || kept.until <= Date.now())
      kept = { until: Date.now() + keptMs, all: new Map(Object.entries(schema.parse(await read()))) }
    return kept.all.get(partner) ?? []
  }
}
