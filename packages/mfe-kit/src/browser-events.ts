import { useEffect, useEffectEvent } from 'react'

/**
 * Events between teams in the browser. Names are in the past tense; events carry no state, so a listener reads the
 * current state from its own BFF. The list is in docs/contracts/browser-events.md.
 */
export type BrowserEvent = 'cart:updated' | 'session:changed'

const prefix = 'mall:'

/** Sends an event to every fragment on the page and in all other tabs of this browser. */
export function emit(name: BrowserEvent): void {
  window.dispatchEvent(new Event(prefix + name))
  channel()?.postMessage(name)
}

/** Calls `handler` after each `name` event, in this tab or another. The handler may change between renders. */
export function useBrowserEvent(name: BrowserEvent, handler: () => void): void {
  const onEvent = useEffectEvent(handler)
  useEffect(() => {
    const listener = () => onEvent()
    channel()
    window.addEventListener(prefix + name, listener)
    return () => window.removeEventListener(prefix + name, listener)
  }, [name])
}

let tabs: BroadcastChannel | undefined

function channel(): BroadcastChannel | undefined {
  if (!tabs && typeof BroadcastChannel === 'function') {
    tabs = new BroadcastChannel('mall')
    tabs.addEventListener('message', ({ data }: MessageEvent<BrowserEvent>) => {
      window.dispatchEvent(new Event(prefix + data))
    })
  }
  return tabs
}
