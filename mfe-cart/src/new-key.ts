/** Returns an idempotency key, one per intended action. Works without a secure context too. */
export function newKey(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
}
