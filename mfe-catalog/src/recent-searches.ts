const key = 'catalog:searches'
const kept = 6

/** Moves a query to the front of the browser's list. Does nothing without storage (private windows, quota). */
export function rememberSearch(query: string): void {
  const others = recentSearches().filter((other) => other.toLowerCase() !== query.toLowerCase())
  write([query, ...others].slice(0, kept))
}

/** Returns the queries that had results, the latest first. */
export function recentSearches(): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    // Other software may write to the storage.
    return Array.isArray(value) ? value.filter(isQuery).slice(0, kept) : []
  } catch {
    return []
  }
}

export const forgetSearches = () => write([])

function write(queries: string[]): void {
  try {
    if (queries.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(queries))
  } catch {
    // Ignored: the list is optional.
  }
}

const isQuery = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 200
