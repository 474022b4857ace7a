import { emit } from '@mallhive/mfe-kit'

/** Emits `session:changed` and `cart:updated`, on which fragments refetch the visitor and the cart. */
export function announceSession(): void {
  emit('session:changed')
  emit('cart:updated')
}
