import { ClientOnly } from '@mallhive/mfe-kit/host/client-only'
import { track } from '@mallhive/mfe-kit/host/tracked-promise'
import { splitExpose } from '@mallhive/mfe-kit/release'
import type { AssignedRelease } from '@mallhive/mfe-kit/shell-context'
import type { Sandbox } from '@mallhive/sandbox/program'
import { renderDocument } from '../document/renderer.tsx'
import { startDocument } from '../document/start-document.ts'
import type { HeldReleases } from './hold-releases.ts'
import type { DataToLoad, DocumentFields, PageRequest } from './host-messages.ts'
import { loadData } from './load-data.ts'
import { loadView } from './load-view.ts'
import type { LoadedView } from './load-view.ts'
import type { Calls } from './open-calls.ts'
import type { Marks } from './open-marks.ts'
import { explain } from './page-scope.ts'
import type { PageScope } from './page-scope.ts'

export interface PageTools {
  id: number
  send: Sandbox['send']
  /** The host refuses longer frames. */
  mostBytes: number
  held: HeldReleases
  marks: Marks
  calls: Calls
  /** Aborted when the host no longer needs the page. */
  signal: AbortSignal
}

/** Loads a page, renders its document if the request has one, and sends the result. */
export async function showPage(page: PageRequest, tools: PageTools): Promise<void> {
  const { id, send } = tools
  const scope = openScope(page, tools)
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
    scope.report({ level: 'error', message: 'page loader failed', of: page.name, why: explain(error) })
    send({ t: 'broken', ...outcomeOf(scope, id) })
  }
}

function openScope(page: PageRequest, { id, send, held, marks, calls }: PageTools): PageScope {
  const releases: Record<string, AssignedRelease> = {}
  for (const [mfe, release] of Object.entries(page.releases)) {
    const found = held.get(release)
    if (found) releases[mfe] = found.assigned
  }
  const idOf = (name: string) => releases[splitExpose(name)[0]]?.id ?? ''
  return {
    page,
    // The origin is irrelevant: only path and query are read.
    url: new URL(page.at, 'http://shell.invalid'),
    releases,
    load: (release, expose) =>
      page.without.includes(release.id)
        ? track(Promise.reject(new ClientOnly(`${release.id} failed on this server`)))
        : held.load(release, expose),
    calls: (loader, signal) => calls.transport(loader, releases, signal),
    async asLoader(name, work) {
      const tell = (step: string) => page.traced && send({ t: 'loader', id, name, step })
      tell('begun')
      try {
        const result = await marks.run({ id, release: idOf(name) }, work)
        tell('done')
        return result
      } catch (error) {
        tell('failed')
        throw error
      }
    },
    report: (failure) => send({ t: 'failure', id, failure: { ...failure, why: failure.why.slice(0, 2000) } }),
    failed: new Set(),
    unfinished: new Set(),
  }
}

async function sendDocument(
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
  const hashes = Object.assign({}, ...Object.values(releases).map(({ id: of }) => held.get(of)?.hashes))
  const input = {
    ...fields,
    json: { ...json, releases, hasLinkedData: linkedData.length > 0, view },
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

const outcomeOf = ({ failed, unfinished }: PageScope, id: number) => ({
  id,
  failed: [...failed],
  unfinished: [...unfinished],
})

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
