import { useSyncExternalStore } from 'react'

const key = 'home:viewed'
const kept = 12
const none: readonly string[] = []

/** Moves a product's id to the front of the browser's list. Does nothing without storage (private windows, quota). */
export function rememberViewed(id: string): void {
  try {
    const ids = [id, ...parse(localStorage.getItem(key)).filter((other) => other !== id)]
    localStorage.setItem(key, JSON.stringify(ids.slice(0, kept)))
  } catch {
    // Ignored: the list is optional.
  }
}

/** Returns the ids of viewed products, the latest first; empty on the server. */
export function useViewed(): readonly string[] {
  return useSyncExternalStore(subscribe, snapshot, () => none)
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('storage', onChange)
  return () => window.removeEventListener('storage', onChange)
}

let last: { text: string | null; ids: readonly string[] } = { text: null, ids: none }

/** Returns the same array for the same text, as `useSyncExternalStore` requires; else React would render for ever. */
function snapshot(): readonly string[] {
  const text = read()
  if (text !== last.text) last = { text, ids: parse(text) }
  return last.ids
}

function read(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Validates, because a visitor can write anything to the storage. */
function parse(text: string | null): readonly string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string' && isId(id)) : none
  } catch {
    return none
  }
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
