/** What the shell keeps in the state of a history entry. */
interface EntryState {
  mallEntry: string
  /** How far the page was scrolled when a link was followed. Survives a reload, unlike `scrolled`. */
  scrollY?: number
}

/** Positions of pages that were left by the back or forward button, when their entry's state cannot be changed any more. */
const scrolled = new Map<string, number>()

/** Returns a key for a new history entry, unique in this tab. */
export const newEntryKey = (): string => Math.random().toString(36).slice(2)

/** Returns the key of the current history entry; undefined for one that the browser made, such as for a fragment link. */
export function entryKey(): string | undefined {
  return entryState()?.mallEntry
}

function entryState(): EntryState | undefined {
  const state: EntryState | null = history.state
  return typeof state?.mallEntry === 'string' ? state : undefined
}

/** Notes in the current entry how far its page is scrolled; before the next page is shown, which may be shorter. */
export function noteScroll(): void {
  const state = entryState()
  if (state) history.replaceState({ ...state, scrollY: window.scrollY } satisfies EntryState, '')
}

export function pushEntry(key: string, address: string): void {
  history.pushState({ mallEntry: key } satisfies EntryState, '', address)
}

export function replaceEntry(key: string, address?: string): void {
  history.replaceState({ mallEntry: key } satisfies EntryState, '', address)
}

/** Remembers how far the page of an entry is scrolled, which the back or forward button is leaving. */
export function keepScroll(key: string): void {
  scrolled.set(key, window.scrollY)
}

/** Returns the position of the current entry's page before it was left; undefined when it is not known. */
export function keptScroll(key: string): number | undefined {
  return scrolled.get(key) ?? entryState()?.scrollY
}
