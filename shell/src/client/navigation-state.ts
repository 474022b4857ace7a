let navigated = false

export function markNavigated(): void {
  navigated = true
}

/** Whether this document has navigated away from the page that the server sent. */
export function hasNavigated(): boolean {
  return navigated
}
