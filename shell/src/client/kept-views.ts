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

/** Returns the kept view of a history entry. A page that has failed, wholly or by its own status, is not returned, so that it is loaded again. */
export function keptView(key: string, at: string): View | undefined {
  const view = views.get(key)
  return view?.at === at && !hasFailed(view) ? view : undefined
}

function hasFailed({ content }: View): boolean {
  return content.kind === 'failed' || (content.kind === 'page' && (content.status ?? 200) >= 500)
}

/** Forgets all views: a refresh means that something has changed. */
export function forgetViews(): void {
  views.clear()
}
