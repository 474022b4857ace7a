import type { PreparedProgram, Sandbox } from '@mallhive/sandbox/program'
import { openHeldReleases } from './hold-releases.ts'
import type { HostMessage } from './host-messages.ts'
import { openCalls } from './open-calls.ts'
import type { Calls } from './open-calls.ts'
import { markTimers, openMarks } from './open-marks.ts'
import { explain } from './page-scope.ts'
import { showPage } from './show-page.ts'

/** The program of a render process: executes the server bundles of all teams, runs their loaders and renders their pages. */
export function prepare(): PreparedProgram {
  return { serve: serveRenders }
}

interface OpenPage {
  calls: Calls
  cancelled: AbortController
}

function serveRenders({ send, mark, requireBuiltin, maxFrameBytes }: Sandbox) {
  const marks = openMarks(mark)
  const held = openHeldReleases(requireBuiltin)
  const pages = new Map<number, OpenPage>()
  markTimers(marks)
  send({ t: 'ready' })

  async function hold(head: Extract<HostMessage, { t: 'release' }>, body: Buffer): Promise<void> {
    const { n, filename } = head
    try {
      // Without a bundle, no code of the release runs.
      const owner = { id: 0, release: body.length > 0 ? head.held.assigned.id : '' }
      const cacheSeconds = await marks.run(owner, () => held.hold(head.held, filename, body.toString()))
      send({ t: 'held', n, cacheSeconds })
    } catch (error) {
      send({ t: 'held', n, problem: explain(error).slice(0, 2000) })
    }
  }

  async function show({ id, page }: Extract<HostMessage, { t: 'page' }>): Promise<void> {
    const cancelled = new AbortController()
    const calls = openCalls(id, send, marks.bind)
    pages.set(id, { calls, cancelled })
    const mostBytes = maxFrameBytes / 2
    await showPage(page, { id, send, mostBytes, held, marks, calls, signal: cancelled.signal })
    pages.delete(id)
  }

  return (head: HostMessage, body: Buffer) => {
    switch (head.t) {
      case 'release':
        return void hold(head, body)
      case 'drop':
        return held.drop(head.id)
      case 'page':
        // Without a release: the kit's own work is blamed on none.
        return void marks.run({ id: head.id, release: '' }, () => show(head))
      case 'answer':
        return pages.get(head.id)?.calls.answered(head, body)
      case 'cancel':
        pages.get(head.id)?.cancelled.abort()
        return undefined
      default:
        return send({ t: 'pong', n: head.n })
    }
  }
}
