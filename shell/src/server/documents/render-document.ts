import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { Rendered } from '../document-cache/document-cache.ts'
import { keptDocument } from '../document-cache/kept-document.ts'
import { explain, log } from '../log.ts'
import type { RequestScope } from '../request-scope.ts'
import { shellProcess } from '../shell-process.ts'
import { documentInput } from './document-input.ts'
import type { LoadedView } from './load-view.ts'
import { sendDocument } from './send-document.ts'

/** Renders and sends the document of a loaded view. Returns it when it may be sent again. */
export async function renderDocument(
  res: ServerResponse,
  scope: RequestScope,
  loaded: LoadedView,
  keepForSeconds: number,
): Promise<Rendered> {
  const { config, host, renderer } = shellProcess()
  const { unfinished } = scope
  const page = loaded.view.content.kind === 'page' ? loaded.view.content.name : undefined
  scope.servedAtMs = Date.now()
  const input = documentInput({ ...scope, servedAtMs: scope.servedAtMs }, loaded, renderer.files)
  const formKeys: string[] = []
  const code = {
    load: host.load,
    onRender(name: string, step: 'begun' | 'done') {
      if (step === 'begun') unfinished.add(name)
      else unfinished.delete(name)
    },
    formKey() {
      const key = randomUUID()
      formKeys.push(key)
      return key
    },
  }
  const sent = await sendDocument(res, {
    render: (events) => renderer.render(input, code, events),
    // The browser renders a page that throws here; the document is only a skeleton.
    status: () => (page !== undefined && unfinished.has(page) ? 500 : loaded.status),
    onError: (error) => logFailure(error, scope),
    deadlineMs: config.LOADER_DEADLINE_MS,
  })
  if (sent === 'abandoned') return sent
  if (sent === 'incomplete' || res.statusCode !== 200 || page === undefined) return 'one-time'
  return keptDocument(sent, scope, { ...input, formKeys }, keepForSeconds) ?? 'one-time'
}

/** Logs an error of rendering with the remotes that had begun: the one that threw is among them. */
function logFailure(error: unknown, { url, unfinished, releases }: RequestScope): void {
  const remotes = [...unfinished].map((name) => {
    const mfe = name.split('/')[0] ?? ''
    return `${name} of ${mfe}@${releases[mfe]?.version}`
  })
  log('error', 'rendering failed', { url: url.pathname, remotes, why: explain(error) })
}
