import type { DataToLoad, PageRequest } from './host-messages.ts'
import { loadData } from './load-data.ts'
import { loadView } from './load-view.ts'
import { loaderStatus } from './loader-status.ts'
import { openPageScope } from './open-page-scope.ts'
import { explain } from './page-scope.ts'
import type { PageScope } from './page-scope.ts'
import { outcomeOf } from './page-tools.ts'
import type { PageTools } from './page-tools.ts'
import { sendDocument } from './send-document.ts'

/** Loads a page, renders its document if the request has one, and sends the result. */
export async function showPage(page: PageRequest, tools: PageTools): Promise<void> {
  const { id, send } = tools
  const scope = await openPageScope(page, tools)
  if (page.page.kind === 'data') return sendData(scope, page.page, tools)
  const loaded = await loadView(scope, page.page)
  if ('kind' in loaded)
    return send({ t: 'redirect', ...outcomeOf(scope, id), path: loaded.path, permanent: loaded.permanent })
  if (page.document) return sendDocument(scope, loaded, page.document, tools)
  send(
    { t: 'view', ...outcomeOf(scope, id), status: loaded.status },
    Buffer.from(JSON.stringify(loaded.view)),
  )
}

async function sendData(scope: PageScope, page: DataToLoad, { id, send }: PageTools): Promise<void> {
  try {
    const data = await loadData(scope, page)
    const found = data !== undefined
    send({ t: 'data', ...outcomeOf(scope, id), found }, found ? Buffer.from(JSON.stringify(data)) : undefined)
  } catch (error) {
    const status = loaderStatus(error)
    const level = status < 500 ? 'warn' : 'error'
    scope.report({ level, message: 'page loader failed', of: page.name, status, why: explain(error) })
    send({ t: 'broken', ...outcomeOf(scope, id), status })
  }
}
