import type { DescService } from '@bufbuild/protobuf'
import type { Client } from '@connectrpc/connect'
import type { BffModule } from '@mallhive/mfe-kit/bff'
import type { Registry } from '@mallhive/release-runtime/registry'
import type { Redis } from '@mallhive/service-kit/redis'
import type { Log } from '@mallhive/process-kit/telemetry'
import type { Config } from './config.ts'
import type { Limits } from './limits.ts'
import type { Sessions } from './sessions.ts'

export interface Deps {
  config: Config
  redis: Redis
  log: Log
  registry: Registry<BffModule>
  sessions: Sessions
  limits: Limits
  /** What services serve, for the release gate. */
  contracts: (typeNames: string[]) => Promise<Uint8Array>
  client: <S extends DescService>(service: S) => Client<S>
}
