import { useFormKey } from '@mallhive/mfe-kit'
import { useState } from 'react'

const doubleClickMs = 700

/**
 * Returns the idempotency key of a form that adds to the cart, and a function that renews it after an addition. Another
 * `content` has another key: the service refuses a key that has added something else.
 */
export function useAddKey(content: string): [key: string, renewSoon: () => void] {
  const newKey = useFormKey()
  const [known, setKnown] = useState(() => ({ content, key: newKey() }))
  if (known.content !== content) setKnown({ content, key: newKey() })
  // Delayed, because the second click of a double click may follow the answer to the first.
  return [known.key, () => setTimeout(() => setKnown((now) => ({ ...now, key: newKey() })), doubleClickMs)]
}
