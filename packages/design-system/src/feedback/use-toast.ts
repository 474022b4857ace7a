export type ToastMessage = {
  title: string
  description?: string
  tone?: 'neutral' | 'leaf' | 'berry'
  /** "Undo" and the like. */
  action?: { label: string; onPress: () => void }
  /** Milliseconds until it disappears, 6000 by default. Focus and hover pause the timer. */
  timeoutMs?: number
}

declare global {
  // Types the event in the DOM's own map.
  interface WindowEventMap {
    'mallhive:toast': CustomEvent<ToastMessage>
  }
}

/** Returns a function that shows a toast in the page's ToastProvider, also from another copy of this package. */
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
