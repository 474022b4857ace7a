import type { Visitor } from '@mallhive/release-runtime/preview/visitor'
import type { FastifyRequest } from 'fastify'
import type { PublicAnswers } from '@mallhive/process-kit/public-answers'
import type { Redis } from '@mallhive/service-kit/redis'
import type { Log } from '@mallhive/process-kit/telemetry'
import type { Changes } from './changes.ts'
import type { Config } from './config.ts'
import type { Limits } from './limits.ts'
import type { OpenClient } from './release-rpcs.ts'
import type { Releases } from './releases.ts'
import type { Sessions } from './sessions.ts'

export interface Deps {
  config: Config
  redis: Redis
  log: Log
  registry: Releases
  /** Whether this process runs the BFF of a micro frontend. */
  serves: (mfe: string) => boolean
  /** Returns the host that a request is for and the releases that it may name there. */
  visitor: (headers: FastifyRequest['headers']) => Visitor
  sessions: Sessions
  limits: Limits
  changes: Pick<Changes, 'after'>
  /** Answers of public procedures to browsers. */
  answers: Pick<PublicAnswers, 'get'>
  /** Returns the descriptors of services, for the release gate. */
  contracts: (typeNames: string[]) => Promise<Uint8Array>
  client: OpenClient
}
