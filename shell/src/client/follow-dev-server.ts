import type { DevBuild } from '@mallhive/mfe-kit/release'
import { softReload } from '@mallhive/mfe-kit/soft-reload'

const againAfterMs = 1500

/** Reloads the document when its team's dev server has built something else, and waits for one that went away. */
export function followDevServer({ port, hash }: DevBuild): () => void {
  let events: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  listen()

  function listen() {
    events = new EventSource(`/_mall/dev/${port}/events`)
    events.addEventListener('message', ({ data }) => {
      if (data !== hash) void softReload({ quiet: true })
    })
    events.addEventListener('error', () => {
      events.close()
      timer = setTimeout(listen, againAfterMs)
    })
  }

  return () => {
    clearTimeout(timer)
    events.close()
  }
}
