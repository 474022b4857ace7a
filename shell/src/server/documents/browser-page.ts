import { ClientOnly } from '@mallhive/mfe-kit/host/client-only'
import { track } from '@mallhive/mfe-kit/host/tracked-promise'
import type { PageContent } from '../../document/view.ts'
import { startDocument } from '../../document/start-document.ts'
import { filesOfLocale } from '../../render/files-of-locale.ts'
import { statusOf } from '../../render/load-view.ts'
import { explain, log } from '../log.ts'
import { heldRelease } from '../render/held-release.ts'
import type { PageJob, PageResult } from '../render/page-job.ts'
import type { RequestScope } from '../request-scope.ts'
import { shellProcess } from '../shell-process.ts'

/** Returns a page without the work of any remote: the browser loads its data and renders it. */
export async function browserPage(
  scope: RequestScope,
  { at, lang, page, document, deadlineMs }: PageJob['request'],
): Promise<PageResult> {
  if (page.kind === 'data') return { kind: 'broken', status: 503 }
  const content: PageContent = page.kind === 'page' ? { ...page, kind: 'browser' } : page
  const status = statusOf(content)
  const view = { at, content, queries: { mutations: [], queries: [] } }
  if (!document) return { kind: 'view', status, json: Buffer.from(JSON.stringify(view)) }
  const { json, ...fields } = document
  const { releases, hashes } = filesOfLocale(Object.values(scope.releases).map(heldRelease), lang)
  const input = {
    ...fields,
    json: { ...json, releases, catalogs: {}, hasLinkedData: false, view },
    linkedData: [],
    hashes,
  }
  try {
    const { html } = await startDocument({
      render: (events) =>
        shellProcess().renderer.render(
          input,
          { load: leftToBrowser, onRender() {}, formKey: () => crypto.randomUUID() },
          events,
        ),
      status: () => status,
      onError: (error) => log('error', 'rendering failed', { url: scope.url.pathname, why: explain(error) }),
      deadlineMs,
    })
    return { kind: 'document', status, html, isComplete: false, formKeys: [] }
  } catch {
    return { kind: 'broken' }
  }
}

const nothing = track(Promise.reject(new ClientOnly('its render process has ended')))
/** Settled, so that rendering does not wait for it. */
const leftToBrowser = () => nothing
