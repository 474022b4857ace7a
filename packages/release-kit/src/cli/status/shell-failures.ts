import { z } from 'zod'

const answerSchema = z.object({ failing: z.array(z.object({ name: z.string(), message: z.string() })) })

/** What this mall's shell says it can't load; nothing when there is no shell to ask. */
export async function shellFailures({
  PUBLIC_ORIGIN: origin,
}: Record<string, string | undefined>): Promise<{ name: string; message: string }[]> {
  if (!origin) return []
  try {
    const answer = await fetch(`${origin}/_mall/status.json`, { signal: AbortSignal.timeout(1000) })
    const parsed = answerSchema.safeParse(await answer.json())
    return parsed.success ? parsed.data.failing : []
  } catch {
    return []
  }
}
