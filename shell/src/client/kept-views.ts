import type { View } from '../document/view.ts'

const mostViews = 20
const views = new Map<string, View>()

/** Keeps the view of a history entry for the back and forward buttons; the least recently kept is forgotten. */
export function keepView(key: string, view: View): void {
  views.delete(key)
  views.set(key, view)
  for (const oldest of views.keys()) {
    if (views.size <= mostViews) return
    views.delete(oldest)
  }
}

/** Returns the kept view of a history entry. A failed page is not returned, so that it is loaded again. */
export function keptView(key: string, at: string): View | undefined {
  const view = views.get(key)
  return view?.at === at && view.content.kind !== 'failed' ? view : undefined
}

/** Forgets all views: a refresh means that something has changed. */
export function forgetViews(): void {
  views.clear()
}
