import { z } from 'zod'

const answerSchema = z.object({
  failing: z.array(z.object({ name: z.string(), version: z.string().optional(), message: z.string() })),
})

/** Returns the releases that this mall's shell reports as failing; none without a reachable shell. */
export async function shellFailures({
  PUBLIC_ORIGIN: origin,
}: Record<string, string | undefined>): Promise<{ name: string; version?: string; message: string }[]> {
  if (!origin) return []
  try {
    const answer = await fetch(`${origin}/_mall/status.json`, { signal: AbortSignal.timeout(1000) })
    const parsed = answerSchema.safeParse(await answer.json())
    return parsed.success ? parsed.data.failing : []
  } catch {
    return []
  }
}
