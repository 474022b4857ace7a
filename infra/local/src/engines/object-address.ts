import type { FastifyRequest } from 'fastify'
import { z } from 'zod'

import { AwsRefusal } from './aws-refusal.ts'

export type ObjectAddress = { bucket: string; key: string }

/** Returns bucket and key as the emulator's router parsed them, decoded; empty when the request names none. */
export function addressOf({ params }: FastifyRequest): ObjectAddress {
  const { bucket, '*': key } = paramsSchema.parse(params)
  return { bucket, key }
}

/** @throws AwsRefusal for dot segments, which parsers of paths would resolve to another key */
export function requirePlainKey(key: string): void {
  if (key.split('/').some((segment) => segment === '.' || segment === '..'))
    throw new AwsRefusal(400, 'InvalidURI', 'A key has no segments of dots')
}

const paramsSchema = z.object({ bucket: z.string().default(''), '*': z.string().default('') })
