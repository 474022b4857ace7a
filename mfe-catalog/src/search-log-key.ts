/** What a tab knows of its searches stands here in the session's storage. */
export const searchLogKey = 'catalog:search-log'

/** Removes it, for a shopper who has not agreed to the log, or does no longer. */
export function forgetSearchLog(): void {
  try {
    sessionStorage.removeItem(searchLogKey)
  } catch {
    // Ignored: a browser that refuses storage has kept nothing.
  }
}
