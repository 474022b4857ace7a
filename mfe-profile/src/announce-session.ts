import { emit } from '@mallhive/mfe-kit'

/** Somebody came in: whoever shows a person or a cart asks anew. */
export function announceSession(): void {
  emit('session:changed')
  emit('cart:updated')
}
