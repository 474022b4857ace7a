import { z } from 'zod'
import { mostForgetOn } from './most-forget-on.mjs'

const id = z.int().positive()
const call = { id, n: z.int().positive() }
/** Numbers by procedure path. */
const byProcedure = z.record(z.string().max(200), z.number().nonnegative())

/** Longest time for which a procedure may have its answers remembered. */
const longestSeconds = 3600
const secondsByProcedure = z.record(z.string().max(200), z.number().nonnegative().max(longestSeconds))

/** All procedures of a team share one budget of an address: none may spend it with a few calls. */
const mostCost = 100

/** What the procedures of a bundle declare. Older bundles declare less. */
const declared = z.object({
  /** Calls per minute and client address. */
  perMinute: byProcedure,
  /** Cost of a call to its client's budget, in ordinary calls. */
  cost: z.record(z.string().max(200), z.number().nonnegative().max(mostCost)).optional(),
  /** Seconds for which answers may be remembered: of public procedures, and to visitors without a session. */
  publicFor: secondsByProcedure.optional(),
  anonymousFor: secondsByProcedure.optional(),
  /** Mutations that loaders may call. */
  forLoaders: z.array(z.string().max(200)).max(100).optional(),
})

export type Declared = z.output<typeof declared>

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
const level = z.enum(['info', 'warn', 'error'])

/** Messages that a bundle's process may send. The host validates each one and trusts none for its sender. */
const schema = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('ready'), declared }),
  z.strictObject({
    t: z.literal('response'),
    id,
    outcome: z.enum(['answered', 'failed', 'cancelled']),
    status: z.int().min(200).max(599).optional(),
    /** Events after which a remembered answer is wrong, as `<type>:<key>`. */
    forgetOn: z.array(z.string().max(300)).max(mostForgetOn).optional(),
  }),
  z.strictObject({
    t: z.literal('rpc'),
    ...call,
    /** `mallhive.cart.v1.CartService/GetCart`; the body is the message. */
    rpc: z.string().regex(/^[\w.]{1,150}\/\w{1,49}$/),
    timeoutMs: z.number().positive().optional(),
  }),
  z.strictObject({ t: z.literal('guest'), ...call }),
  z.strictObject({
    t: z.literal('cookie'),
    id,
    name: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
    value: z.string().regex(/^[\w.~-]{0,2000}$/),
    maxAgeSeconds: z.int().nonnegative(),
  }),
  z.strictObject({
    t: z.literal('log'),
    id: id.optional(),
    level,
    message: z.string().max(4000),
    // Only its shape is checked: a record of zod costs the host ten times the parsing of the line.
    fields: z.custom<Record<string, unknown>>(isObject),
  }),
  z.strictObject({ t: z.literal('pong'), n: z.int() }),
])

export type BundleMessage = z.output<typeof schema>

/** Parses a frame's head; returns undefined when it is not a valid message. */
export function parseBundleMessage(head: unknown): BundleMessage | undefined {
  const parsed = schema.safeParse(head)
  return parsed.success ? parsed.data : undefined
}
