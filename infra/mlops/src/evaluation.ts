import { z } from 'zod'

/** How well a ranking answers judged queries: by set, by query. */
export const evaluation = z.record(
  z.string(),
  z.record(z.string(), z.strictObject({ ndcg: z.number().min(0).max(1), total: z.number().int().min(0) })),
)
export type Evaluation = z.infer<typeof evaluation>
