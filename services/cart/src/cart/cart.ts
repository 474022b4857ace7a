import { create } from '@bufbuild/protobuf'
import { timestampFromMs } from '@bufbuild/protobuf/wkt'
import { type Cart, CartSchema } from '@mallhive/contracts/cart'
import { toMoney } from '@mallhive/contracts/money'

/** Lifetime of a cart after its last access. */
export const cartTtlMs = 30 * 24 * 60 * 60 * 1000

/** The braces keep all keys of one owner in one slot. */
export function cartKey(ownerId: string): string {
  return `cart:{${ownerId}}`
}

/** Marks that a request or an order was applied to the owner's cart. */
export function onceKey(ownerId: string, kind: 'added' | 'ordered', id: string): string {
  return `cart:{${ownerId}}:${kind}:${id}`
}

/** Reads the hash of a cart: SKU to `quantity:minor:currency:addedAtMs`. */
export function toCart(flat: string[], nowMs = Date.now()): Cart {
  const lines = []
  for (let i = 0; i < flat.length; i += 2) {
    const [quantity, minor, currency, addedAtMs] = (flat[i + 1] ?? '').split(':')
    lines.push({
      sku: flat[i] ?? '',
      quantity: Number(quantity),
      seenPrice: toMoney(Number(minor), currency ?? ''),
      addedAtMs: Number(addedAtMs),
    })
  }
  lines.sort((a, b) => a.addedAtMs - b.addedAtMs || (a.sku < b.sku ? -1 : 1))
  return create(CartSchema, {
    lines: lines.map(({ addedAtMs, ...line }) => ({ ...line, addedAt: timestampFromMs(addedAtMs) })),
    itemCount: lines.reduce((sum, line) => sum + line.quantity, 0),
    expiresAt: lines.length > 0 ? timestampFromMs(nowMs + cartTtlMs) : undefined,
  })
}
