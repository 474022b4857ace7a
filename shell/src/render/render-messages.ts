import { z } from 'zod'

const id = z.int().positive()
const names = z.array(z.string().max(100)).max(100)
const outcome = { id, failed: names, unfinished: names }
const status = z.int().min(200).max(599)

/** What the host logs: which part failed, and why. */
const failure = z.strictObject({
  level: z.enum(['warn', 'error']),
  message: z.enum([
    'expose does not load on this server',
    'messages do not load on this server',
    'fragment loader failed',
    'loader data dropped',
    'page loader failed',
    'page loader redirects outside the mall',
    'rendering failed',
  ]),
  /** The page, fragment or expose. */
  of: z.string().max(2000),
  status: z.int().optional(),
  why: z.string().max(4000),
})

export type Failure = z.output<typeof failure>

/** Messages that a render process may send. The host validates each one, and trusts none for its sender. */
const schema = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('ready') }),
  /** Whether a release of the host's message `n` runs here. */
  z.strictObject({
    t: z.literal('held'),
    n: id,
    problem: z.string().max(4000).optional(),
    /** Seconds for which documents of a page may be sent again, by expose. */
    cacheSeconds: z.record(z.string().max(100), z.number().nonnegative()).optional(),
  }),
  z.strictObject({
    t: z.literal('loader'),
    id,
    name: z.string().max(200),
    step: z.enum(['begun', 'done', 'failed']),
  }),
  /** A loader's call of a BFF; the body is the input as JSON, empty for none. */
  z.strictObject({
    t: z.literal('call'),
    id,
    n: id,
    loader: z.string().max(200),
    mfe: z.string().max(100),
    type: z.enum(['query', 'mutation']),
    path: z.string().max(200),
  }),
  z.strictObject({ t: z.literal('failure'), id, failure }),
  z.strictObject({
    t: z.literal('redirect'),
    ...outcome,
    path: z.string().max(4000),
    permanent: z.boolean(),
  }),
  /** The answer to a navigation; the body is the view as JSON. */
  z.strictObject({ t: z.literal('view'), ...outcome, status }),
  /** The body is the data as JSON; there is none for an address that the loader does not find. */
  z.strictObject({ t: z.literal('data'), ...outcome, found: z.boolean() }),
  /** The document, or its beginning while `more` follows. */
  z.strictObject({
    t: z.literal('html'),
    ...outcome,
    status,
    more: z.boolean(),
    /** Whether all of it was rendered here without an error. */
    complete: z.boolean(),
    /** Idempotency keys of its forms, in the order of their making. */
    formKeys: z.array(z.string().max(100)).max(1000),
  }),
  z.strictObject({ t: z.literal('rest'), ...outcome, more: z.boolean() }),
  /** The document cannot begin, or data cannot be loaded: then `status` says why. */
  z.strictObject({ t: z.literal('broken'), ...outcome, status: status.optional() }),
  z.strictObject({
    t: z.literal('log'),
    level: z.enum(['info', 'warn', 'error']),
    message: z.string().max(4000),
    /** The last mark when it was written. */
    mark: z.string().max(256).optional(),
    fields: z.custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null),
  }),
  z.strictObject({ t: z.literal('pong'), n: z.int() }),
])

export type RenderMessage = z.output<typeof schema>

/** Parses a frame's head; returns undefined when it is not a valid message. */
export function parseRenderMessage(head: unknown): RenderMessage | undefined {
  const parsed = schema.safeParse(head)
  return parsed.success ? parsed.data : undefined
}
