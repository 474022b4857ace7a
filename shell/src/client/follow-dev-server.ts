import type { DevBuild } from '@mallhive/mfe-kit/release'
import { softReload } from '@mallhive/mfe-kit/soft-reload'
import { problemPanel } from './problem-panel.ts'

const againAfterMs = 1500

/**
 * Reloads the document after each new build of the dev server, shows build problems, and reconnects to a dev server that
 * was stopped.
 */
export function followDevServer(name: string, { port, hash }: DevBuild): () => void {
  const panel = problemPanel(name)
  let events: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  listen()

  function listen() {
    events = new EventSource(`/_mall/dev/${port}/events`)
    events.addEventListener('message', ({ data }) => {
      panel.hide()
      if (data !== hash) void softReload({ quiet: true })
    })
    events.addEventListener('problem', ({ data }) => panel.show(String(data)))
    events.addEventListener('error', () => {
      events.close()
      timer = setTimeout(listen, againAfterMs)
    })
  }

  return () => {
    clearTimeout(timer)
    events.close()
    panel.hide()
  }
}
