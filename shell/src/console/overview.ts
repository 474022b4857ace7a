import { z } from 'zod'

const minuteSchema = z.object({
  at: z.string().optional(),
  documents: z.number(),
  failedDocuments: z.number(),
  lcpP75Ms: z.number().optional(),
})

const healthSchema = z.object({
  version: z.string(),
  documents: z.number(),
  failedDocuments: z.number(),
  lcpP75Ms: z.number().optional(),
  inpP75Ms: z.number().optional(),
  exampleError: z.string(),
  minutes: z.array(minuteSchema),
})

const canarySchema = z.object({ version: z.string(), percent: z.number() })

const changeSchema = z.object({
  revision: z.number(),
  at: z.string(),
  by: z.string(),
  action: z.string(),
  stable: z.string(),
  canary: canarySchema.optional(),
  why: z.string().optional(),
  withdrew: z.string().optional(),
})

const microFrontendSchema = z.object({
  name: z.string(),
  /** Why the pointer can't be read. */
  error: z.string().optional(),
  revision: z.number().optional(),
  stable: z.string().optional(),
  before: z.string().optional(),
  canary: canarySchema.optional(),
  rollout: z
    .object({
      steps: z.array(z.number()),
      step: z.number(),
      since: z.string(),
      lastWord: z.string().optional(),
    })
    .optional(),
  published: z.array(z.string()),
  refused: z.array(z.object({ version: z.string(), problem: z.string() })),
  withdrawn: z.array(z.object({ version: z.string(), at: z.string(), by: z.string(), reason: z.string() })),
  health: z.array(healthSchema).optional(),
  history: z.array(changeSchema),
})

/** The release desk's answer. */
export const overviewSchema = z.object({
  staff: z.string(),
  trustRevision: z.number().optional(),
  microFrontends: z.array(microFrontendSchema),
})

export type Overview = z.output<typeof overviewSchema>
export type MicroFrontendView = z.output<typeof microFrontendSchema>
export type HealthView = z.output<typeof healthSchema>
export type ChangeView = z.output<typeof changeSchema>

/** The result of the last change. */
export const noteSchema = z.object({ ok: z.boolean(), text: z.string() })
export type Note = z.output<typeof noteSchema>

/** Releases that this shell cannot load, with the time of the first failure. */
export interface Problem {
  name: string
  version?: string
  message: string
  /** The text of the fault. */
  detail?: string
  since: string
}
