import { useShellInternals } from './shell-context.ts'

/** Returns an idempotency key, one per intended action. Works without a secure context too. */
export function newKey(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
}

/**
 * Returns a function that makes up the idempotency keys of a form. On the server they belong to one answer: a document that is
 * sent again, to another shopper, has others in their place. Server and browser make up different ones, so the field with
 * the key has `suppressHydrationWarning`.
 */
export function useFormKey(): () => string {
  return useShellInternals().formKey ?? newKey
}
