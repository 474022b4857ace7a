import { splitExpose } from '@mallhive/mfe-kit/release'
import { renderDocument } from '../document/renderer.tsx'
import { startDocument } from '../document/start-document.ts'
import { catalogsOfDocument } from './catalogs-of-document.ts'
import { filesOfLocale } from './files-of-locale.ts'
import type { DocumentFields } from './host-messages.ts'
import type { LoadedView } from './loaded-view.ts'
import { explain } from './page-scope.ts'
import type { PageScope } from './page-scope.ts'
import { outcomeOf } from './page-tools.ts'
import type { PageTools } from './page-tools.ts'

/** Renders a document and sends it: whole, or its beginning and what follows. */
export async function sendDocument(
  scope: PageScope,
  { view, status, linkedData }: LoadedView,
  { json, ...fields }: DocumentFields,
  { id, send, mostBytes, held, marks, signal }: PageTools,
): Promise<void> {
  const { releases, unfinished, load } = scope
  const { without } = scope.page
  const page = view.content.kind === 'page' ? view.content.name : undefined
  const stack: string[] = []
  const mark = () => {
    const release = releases[splitExpose(stack.at(-1) ?? page ?? 'shell/frame')[0]]?.id
    if (release && held.runs(release) && !without.includes(release)) marks.set({ id, release })
  }
  const formKeys: string[] = []
  const code = {
    load,
    formKey() {
      const key = crypto.randomUUID()
      formKeys.push(key)
      return key
    },
    onRender(name: string, step: 'begun' | 'done') {
      if (step === 'begun') {
        unfinished.add(name)
        stack.push(name)
      } else {
        unfinished.delete(name)
        // What threw is not done.
        if (stack.includes(name)) stack.splice(stack.lastIndexOf(name))
      }
      mark()
    },
  }
  const all = Object.values(releases).flatMap(({ id: of }) => held.get(of) ?? [])
  const { hashes, ...files } = filesOfLocale(all, scope.page.lang)
  const input = {
    ...fields,
    json: {
      ...json,
      ...files,
      catalogs: await catalogsOfDocument(scope, page),
      hasLinkedData: linkedData.length > 0,
      view,
    },
    linkedData,
    hashes,
  }
  try {
    const started = await startDocument({
      render: (events) => renderDocument(input, code, events),
      // The browser renders a page that throws here; the document is only a skeleton.
      status: () => (page !== undefined && unfinished.has(page) ? 500 : status),
      onError: (error) => scope.report(renderingFailed(error, scope)),
      deadlineMs: scope.page.deadlineMs,
      signal,
    })
    const { html, rest } = started
    const parts = partsOf(html, mostBytes)
    for (const [index, part] of parts.entries()) {
      const more = rest !== undefined || index < parts.length - 1
      if (index === 0)
        send(
          {
            t: 'html',
            ...outcomeOf(scope, id),
            status: started.status,
            more,
            complete: started.isComplete,
            formKeys,
          },
          part,
        )
      else send({ t: 'rest', ...outcomeOf(scope, id), more }, part)
    }
    if (!rest) return
    for await (const chunk of rest)
      for (const part of partsOf(chunk, mostBytes))
        send({ t: 'rest', ...outcomeOf(scope, id), more: true }, part)
    send({ t: 'rest', ...outcomeOf(scope, id), more: false })
  } catch {
    send({ t: 'broken', ...outcomeOf(scope, id) })
  }
}

/** Describes an error of rendering with the remotes that had begun: the one that threw is among them. */
function renderingFailed(error: unknown, { unfinished, releases }: PageScope) {
  const remotes = [...unfinished].map((name) => {
    const mfe = splitExpose(name)[0]
    return `${name} of ${mfe}@${releases[mfe]?.version}`
  })
  const of = remotes.join(', ').slice(0, 2000)
  return { level: 'error', message: 'rendering failed', of, why: explain(error) } as const
}

function partsOf(bytes: Buffer, mostBytes: number): Buffer[] {
  if (bytes.length <= mostBytes) return [bytes]
  const count = Math.ceil(bytes.length / mostBytes)
  return Array.from({ length: count }, (_, n) => bytes.subarray(n * mostBytes, (n + 1) * mostBytes))
}
