import { z } from 'zod'

const name = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
const version = z
  .string()
  .max(60)
  .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/)
/** Without what Postgres cannot store. */
const message = z
  .string()
  .max(300)
  .transform((text) => text.replaceAll(/\p{Cc}/gu, ' ').toWellFormed())
const ms = z.number().min(0).max(600_000)

/** What one document says of itself, at once or bit by bit. Unknown fields are dropped. */
const schema = z.object({
  /** Random per document; nothing else ties two documents together. */
  document: z.uuid().toLowerCase(),
  /** The shell's proof that it has served this document. */
  token: z.string().max(120),
  /** The page whose vitals these are: `cart/cart-page`. */
  page: z
    .string()
    .max(100)
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
    .optional(),
  releases: z
    .record(name, version)
    .refine((releases) => Object.keys(releases).length <= 50, 'too many releases'),
  vitals: z
    .object({ lcp: ms, inp: ms, cls: z.number().min(0).max(100), ttfb: ms })
    .partial()
    .default({}),
  errors: z
    .array(
      z.object({
        release: z.string().max(101).optional(),
        message,
        count: z.number().int().min(1).max(1e6),
      }),
    )
    .max(20)
    .default([]),
  /** The share of documents that report at all: this one stands for 1 / rate. */
  rate: z.number().min(0.01).max(1),
})

export type Report = z.output<typeof schema>

/** Undefined for anything that no beacon of ours sends. */
export function readReport(body: unknown): Report | undefined {
  if (typeof body !== 'string') return undefined
  try {
    return schema.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}
