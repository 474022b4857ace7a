import { useEffect, useEffectEvent } from 'react'

/**
 * What one team tells the others in the browser: named in the past tense, and carrying no state, so that whoever
 * listens asks its own BFF what is true now. The list is described in docs/contracts/browser-events.md.
 */
export type BrowserEvent = 'cart:updated' | 'session:changed'

const prefix = 'mall:'

/** Tells every fragment on the page, and every other tab of this browser, that something happened. */
export function emit(name: BrowserEvent): void {
  window.dispatchEvent(new Event(prefix + name))
  channel()?.postMessage(name)
}

/** Calls `handler` after `name` happened, in this tab or another one. The handler may change between renders. */
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
