import type { ReactNode } from 'react'

/** Returns the attributes that link a control to its hint and its error. */
export function described(id: string, { error, hint }: { error?: string | undefined; hint?: ReactNode }) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { id, 'aria-describedby': ids || undefined, 'aria-invalid': error ? (true as const) : undefined }
}
