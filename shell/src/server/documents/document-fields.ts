import type { DocumentFields } from '../../render/host-messages.ts'
import type { RequestScope } from '../request-scope.ts'
import { shellProcess } from '../shell-process.ts'
import { documentToken } from './document-token.ts'

/** Returns what a document says besides its releases and its view. */
export function documentFields(scope: RequestScope & { servedAtMs: number }): DocumentFields {
  const { locale, currency, theme, sharing, flash, pins, nonce, traceparent } = scope
  const { config, renderer } = shellProcess()
  const token = documentToken(scope, config)
  const beaconRate = (token && config.BEACON_RATE) || 0
  return {
    json: { locale, currency, theme, sharing, beaconRate, flash, pins, files: renderer.files },
    nonce,
    traceparent,
    token,
  }
}
