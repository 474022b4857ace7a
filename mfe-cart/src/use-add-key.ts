import { useState } from 'react'
import { newKey } from './new-key.ts'

const doubleClickMs = 700

/** Returns the idempotency key of a form that adds to the cart, and a function that renews it after an addition. */
export function useAddKey(): [key: string, renewSoon: () => void] {
  const [key, setKey] = useState(newKey)
  // Delayed, because the second click of a double click may follow the answer to the first.
  return [key, () => setTimeout(() => setKey(newKey()), doubleClickMs)]
}
