import { randomUUID } from 'node:crypto'
import type { Locale } from '@mallhive/contracts/locales'
import { mallCookie, readCookie } from '@mallhive/contracts/cookies'
import type { FastifyRequest } from 'fastify'
import type { Deps } from './deps.ts'
import { hostText, msg } from './messages.ts'
import { keyOf } from './sessions.ts'

/** Values and errors of a refused form, for the next page. */
export interface Flash {
  form: string
  values: Record<string, string>
  errors: Record<string, string>
  formError?: string
}

const seconds = 300
/** Longest stored flash, in characters of JSON: it is written into the page. */
const maxChars = 8 * 1024
const secret = /passw|secret|token|card|cvc|cvv/i

/**
 * Stores a flash in Redis for five minutes, so that a reload shows it again. Only this browser can read it: a cookie of its
 * own names the owner, because there may be no session yet. Omits secrets, and values beyond 8 KiB, which the page then says.
 * Stores nothing while Redis is down.
 */
export async function keepFlash(
  { redis, visitor, log }: Pick<Deps, 'redis' | 'visitor' | 'log'>,
  request: FastifyRequest,
  flash: Flash,
  lang: Locale,
): Promise<{ id: string; setCookie?: string } | undefined> {
  const { origin } = visitor(request.headers)
  const known = ownerOf(request, origin)
  const owner = known ?? randomUUID()
  const id = randomUUID()
  const values = Object.fromEntries(Object.entries(flash.values).filter(([name]) => !secret.test(name)))
  try {
    await redis.set(
      keyFor(owner, id),
      bounded({ ...flash, values }, hostText(msg('flash.too-long'), lang)),
      'EX',
      seconds,
    )
  } catch (error) {
    log.warn({ err: error }, 'storing a flash failed')
    return undefined
  }
  if (known) return { id }
  return { id, setCookie: mallCookie('mall_flash', owner, { publicOrigin: origin }) }
}

/** Returns the flash as JSON text; null when it does not exist or belongs to another browser. */
export async function readFlash(
  { redis, visitor }: Pick<Deps, 'redis' | 'visitor'>,
  request: FastifyRequest,
  id: string,
): Promise<string | null> {
  const owner = ownerOf(request, visitor(request.headers).origin)
  return owner ? redis.get(keyFor(owner, id)) : null
}

/** Returns the flash as JSON; of one that is too long what fits: its errors without values, else the message `tooLong`. */
function bounded(flash: Flash, tooLong: string): string {
  const { form, errors, formError } = flash
  const whole = JSON.stringify(flash)
  if (whole.length <= maxChars) return whole
  const message = [formError, tooLong].filter(Boolean).join(' ')
  const withoutValues = JSON.stringify({ form, values: {}, errors, formError: message } satisfies Flash)
  if (withoutValues.length <= maxChars) return withoutValues
  return JSON.stringify({ form, values: {}, errors: {}, formError: tooLong } satisfies Flash)
}

function ownerOf({ headers }: FastifyRequest, publicOrigin: string): string | undefined {
  const owner = readCookie(headers.cookie, 'mall_flash', publicOrigin)
  return owner && /^[\w-]{36}$/.test(owner) ? owner : undefined
}

const keyFor = (owner: string, id: string) => `bff:flash:${keyOf(owner)}:${id}`
