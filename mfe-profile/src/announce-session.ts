import { emit } from '@mallhive/mfe-kit'

/** The session changed: fragments that show the person or the cart refetch. */
export function announceSession(): void {
  emit('session:changed')
  emit('cart:updated')
}
