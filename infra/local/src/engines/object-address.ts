import type { FastifyRequest } from 'fastify'
import { z } from 'zod'

export type ObjectAddress = { bucket: string; key: string }

/** Returns bucket and key as the emulator's router parsed them, decoded; empty when the request names none. */
export function addressOf({ params }: FastifyRequest): ObjectAddress {
  const { bucket, '*': key } = paramsSchema.parse(params)
  return { bucket, key }
}

const paramsSchema = z.object({ bucket: z.string().default(''), '*': z.string().default('') })
