import type { ClientFiles } from '../../document/client-files.ts'
import type { DocumentInput } from '../../document/renderer.tsx'
import type { RequestScope } from '../request-scope.ts'
import { shellProcess } from '../shell-process.ts'
import { documentToken } from './document-token.ts'
import type { LoadedView } from './load-view.ts'
import { hashesByUrl, releasesForBrowser } from './released-files.ts'

/** Returns the data of a document that shows a view. */
export function documentInput(
  scope: RequestScope & { servedAtMs: number },
  { view, linkedData }: LoadedView,
  files: ClientFiles,
): DocumentInput {
  const { releases, locale, currency, theme, sharing, flash, pins, nonce, traceparent } = scope
  const { config } = shellProcess()
  const token = documentToken(scope, config)
  return {
    json: {
      releases: releasesForBrowser(releases),
      locale,
      currency,
      theme,
      sharing,
      beaconRate: (token && config.BEACON_RATE) || 0,
      flash,
      pins,
      files,
      hasLinkedData: linkedData.length > 0,
      view,
    },
    nonce,
    traceparent,
    token,
    linkedData,
    hashes: hashesByUrl(releases),
  }
}
