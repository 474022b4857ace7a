import type { ExposedModule } from '@mallhive/mfe-kit/shell-context'
import type { HeldRelease, HostMessage } from './host-messages.ts'
import { openCalls } from './open-calls.ts'
import type { Calls } from './open-calls.ts'
import { openMarks } from './open-marks.ts'
import { parseRenderMessage } from './render-messages.ts'
import { showPage } from './show-page.ts'
import { openPagesInFlight } from '../server/render/pages-in-flight.ts'
import type { RenderPool } from '../server/render/render-pool.ts'
import { heldRelease } from '../server/render/held-release.ts'

/** Renders in this process, over messages as between two, the modules that `load` returns. Has `cacheSeconds` of every page. */
export function rendersHere(load: (id: string) => Promise<ExposedModule>, cacheSeconds = 0): RenderPool {
  const held = new Map<string, HeldRelease>()
  const calls = new Map<number, Calls>()
  const marks = openMarks(() => {})

  function toHost(head: object, body: Uint8Array = Buffer.alloc(0)): void {
    const message = parseRenderMessage(structuredClone(JSON.parse(JSON.stringify(head))))
    if (!message || !('id' in message)) throw new Error(`invalid: ${JSON.stringify(head)}`)
    queueMicrotask(() => {
      const fault = pages.receive(message, Buffer.from(body))
      if (fault) throw fault
    })
  }

  const pages = openPagesInFlight((head: HostMessage, body: Uint8Array = Buffer.alloc(0)) => {
    if (head.t === 'answer') calls.get(head.id)?.answered(head, Buffer.from(body))
    if (head.t !== 'page') return
    const own = openCalls(head.id, toHost, marks.bind)
    calls.set(head.id, own)
    const known = {
      get: (id: string) => held.get(id),
      runs: (id: string) => held.has(id),
      load: ({ id }: { id: string }) => load(id),
    }
    const releases = { ...known, hold: async () => ({}), drop() {} }
    const { signal } = new AbortController()
    const tools = { id: head.id, send: toHost, mostBytes: 1e6, held: releases, marks, calls: own, signal }
    void showPage(JSON.parse(JSON.stringify(head.page)), tools)
  })

  return {
    open: async () => {},
    pause() {},
    close() {},
    show(job) {
      for (const release of Object.values(job.releases)) held.set(release.id, heldRelease(release))
      return pages.show(job, [])
    },
    cacheSeconds: () => cacheSeconds,
    status: () => ({ pids: [], faults: [] }),
    [Symbol.dispose]() {},
  }
}
