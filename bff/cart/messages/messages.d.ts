// Written by the build from en.json.
export interface Messages {
  "cart.unavailable": () => string
  "input.sku": () => string
  "input.quantity": (values: { least: number; most: number }) => string
  "refused.sold-out": () => string
  "refused.only-left": (values: { count: number }) => string
  "refused.line-full": (values: { most: number }) => string
  "refused.cart-full": (values: { most: number }) => string
  "refused.key-reused": () => string
  "refused.unknown-sku": () => string
  "refused.not-in-cart": () => string
}
