import { trace } from '@opentelemetry/api'
import type { FastifyRequest } from 'fastify'
import type { Config } from './config.ts'
import type { Deps } from './deps.ts'
import { HttpError } from './http-error.ts'

/** Whether this process runs the BFF of a micro frontend. */
export function openServed({
  MICRO_FRONTENDS,
  EXCLUDED_MICRO_FRONTENDS,
}: Pick<Config, 'MICRO_FRONTENDS' | 'EXCLUDED_MICRO_FRONTENDS'>): (mfe: string) => boolean {
  return (mfe) => MICRO_FRONTENDS?.includes(mfe) !== false && !EXCLUDED_MICRO_FRONTENDS?.includes(mfe)
}

/**
 * Names the micro frontend of a call in its span. @throws HttpError 421 for a call whose BFF runs in another process: who
 * sent it here has the wrong address
 */
export const requireServed =
  ({ serves }: Pick<Deps, 'serves'>) =>
  async ({ params }: FastifyRequest): Promise<void> => {
    const { mfe = '' } = params as Record<string, string>
    trace.getActiveSpan()?.setAttribute('mall.micro_frontend', mfe)
    if (!serves(mfe)) throw new HttpError(421, 'NOT_SERVED_HERE', `This process does not serve "${mfe}".`)
  }
