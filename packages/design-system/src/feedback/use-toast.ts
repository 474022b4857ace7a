export type ToastMessage = {
  title: string
  description?: string
  tone?: 'neutral' | 'leaf' | 'berry'
  /** "Undo" and the like. */
  action?: { label: string; onPress: () => void }
  /** Milliseconds until it goes; 6000 when left out. Focus and hover hold it. */
  timeoutMs?: number
}

declare global {
  // Augmenting the DOM's own map is what types the event.
  interface WindowEventMap {
    'mallhive:toast': CustomEvent<ToastMessage>
  }
}

/** A function that shows a toast in the page's ToastProvider, whichever copy of this package rendered that. */
export function useToast(): (message: ToastMessage) => void {
  return showToast
}

function showToast(message: ToastMessage): void {
  window.dispatchEvent(new CustomEvent('mallhive:toast', { detail: message }))
}

/** Calls `listener` for every toast in the page. Returns a function that unsubscribes. */
export function onToast(listener: (message: ToastMessage) => void): () => void {
  const onEvent = (event: CustomEvent<ToastMessage>) => listener(event.detail)
  window.addEventListener('mallhive:toast', onEvent)
  return () => window.removeEventListener('mallhive:toast', onEvent)
}
