import { useState } from 'react'
import { newKey } from './new-key.ts'

const doubleClickMs = 700

/** The idempotency key of a form that adds to the cart, and a way to a new one once something was added. */
export function useAddKey(): [key: string, renewSoon: () => void] {
  const [key, setKey] = useState(newKey)
  // Kept for a moment: the second half of a double click may come after the answer to the first.
  return [key, () => setTimeout(() => setKey(newKey()), doubleClickMs)]
}
