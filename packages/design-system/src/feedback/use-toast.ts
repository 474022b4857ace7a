export type ToastMessage = {
  title: string
  description?: string
  tone?: 'neutral' | 'leaf' | 'berry'
  /** "Undo" and the like. */
  action?: { label: string; onPress: () => void }
  /** Milliseconds until it goes; 6000 when left out. Focus and hover hold it. */
  timeoutMs?: number
}

export const toastEvent = 'mallhive:toast'

/** A function that shows a toast in the page's ToastProvider, whichever copy of this package rendered that. */
export function useToast(): (message: ToastMessage) => void {
  return showToast
}

function showToast(message: ToastMessage): void {
  window.dispatchEvent(new CustomEvent<ToastMessage>(toastEvent, { detail: message }))
}
