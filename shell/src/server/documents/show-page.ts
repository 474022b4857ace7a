import type { DataToLoad, DocumentFields, PageToShow } from '../../render/host-messages.ts'
import { log } from '../log.ts'
import type { PageJob, PageResult } from '../render/page-job.ts'
import { RenderFailed } from '../render/render-failed.ts'
import type { RequestScope } from '../request-scope.ts'
import { shellProcess } from '../shell-process.ts'
import { browserPage } from './browser-page.ts'
import { countFailedCalls } from './count-failed-calls.ts'
import { pageAddress } from './page-address.ts'

export interface PageParts {
  page: PageToShow | DataToLoad
  /** Whether the queries of the frame are loaded too. */
  withFrame: boolean
  /** Absent for a navigation, which is answered by a view. */
  document?: DocumentFields
  /** Aborted when the client has gone. */
  signal: AbortSignal
}

/**
 * Has a render process load and render a page. One at which a process fails is left to the browser.
 * @throws AbortError when the client has gone
 */
export async function showPage(scope: RequestScope, parts: PageParts): Promise<PageResult> {
  const { renders, tracing } = shellProcess()
  const job: PageJob = {
    request: pageRequest(scope, parts),
    releases: scope.releases,
    addresses: scope.clientAddresses,
    traceparent: scope.traceparent,
    tracing,
    calls: countFailedCalls(scope.calls, scope.failed),
    isPrefetch: scope.isPrefetch,
    signal: parts.signal,
    onFailure: ({ level, message, ...fields }) => log(level, message, { url: scope.url.pathname, ...fields }),
    onOutcome({ failed, unfinished }) {
      for (const mfe of failed) scope.failed.add(mfe)
      scope.unfinished.clear()
      for (const name of unfinished) scope.unfinished.add(name)
    },
  }
  try {
    return await renders.show(job)
  } catch (error) {
    if (!(error instanceof RenderFailed)) throw error
    log('warn', 'a page is left to the browser', { url: scope.url.pathname, why: error.message })
    // A fragment's release may be at fault, or none: a page fails by its own release only.
    const atFault = Object.values(scope.releases).find(({ id }) => id === error.release)
    if (atFault) scope.failed.add(atFault.name)
    return browserPage(scope, job.request)
  }
}

function pageRequest(scope: RequestScope, { page, withFrame, document }: PageParts): PageJob['request'] {
  const { config, tracing } = shellProcess()
  const { address, url, locale, lang, currency, flash } = scope
  const read = document ? pageAddress : whole
  return {
    at: read(address),
    path: read(url),
    locale,
    lang,
    locales: config.LOCALES,
    currency,
    flash,
    releases: Object.fromEntries(Object.values(scope.releases).map(({ name, id }) => [name, id])),
    page,
    withFrame,
    document,
    publicOrigin: config.PUBLIC_ORIGIN,
    deadlineMs: config.LOADER_DEADLINE_MS,
    traced: tracing.isExported,
  }
}

const whole = ({ pathname, search }: URL): string => pathname + search
