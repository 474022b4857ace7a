/** An idempotency key: one per thing that a shopper means to do. Also where the page has no secure context. */
export function newKey(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
}
