import { z } from 'zod'

const name = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
const version = z
  .string()
  .max(60)
  .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/)
/** Strips characters that Postgres cannot store. */
const message = z
  .string()
  .max(300)
  .transform((text) => text.replaceAll(/\p{Cc}/gu, ' ').toWellFormed())
const ms = z.number().min(0).max(600_000)

/** A full or partial report of one document. Unknown fields are stripped. */
const schema = z.object({
  /** Random per document; documents of one visitor cannot be linked. */
  document: z.uuid().toLowerCase(),
  /** The shell's signature that it has served this document. */
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
        /** Due to a foreign script, to software that has changed the page, or to the network: no release is blamed. */
        foreign: z.enum(['script', 'page', 'network']).optional(),
        message,
        count: z.number().int().min(1).max(1e6),
      }),
    )
    .max(20)
    .default([]),
  /** Sampling rate: the document weighs 1 / rate. */
  rate: z.number().min(0.01).max(1),
})

export type Report = z.output<typeof schema>

/** Parses a report; returns undefined when it is invalid. */
export function readReport(body: unknown): Report | undefined {
  if (typeof body !== 'string') return undefined
  try {
    return schema.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}

/** Returns the release of a micro frontend in a document (`cart@1.5.0`); undefined when the document does not run it. */
export function releaseOf(releases: Report['releases'], mfe: string | undefined): string | undefined {
  return mfe && Object.hasOwn(releases, mfe) ? `${mfe}@${releases[mfe]}` : undefined
}
