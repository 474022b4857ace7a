let navigated = false

export function markNavigated(): void {
  navigated = true
}

/** Whether this document shows something else than what the server sent. */
export function hasNavigated(): boolean {
  return navigated
}
