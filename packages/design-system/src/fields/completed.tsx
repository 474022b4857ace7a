import type { ReactNode } from 'react'

/**
 * Returns a label with the part in bold that completes a typed text: all that follows the text, or the rest of the word that its
 * last word begins.
 */
export function completed(label: string, typed: string): ReactNode {
  const [from, to] = completion(label, typed)
  return (
    <>
      {label.slice(0, from)}
      <b>{label.slice(from, to)}</b>
      {label.slice(to)}
    </>
  )
}

function completion(label: string, typed: string): [from: number, to: number] {
  const text = typed.trim().toLowerCase()
  if (label.toLowerCase().startsWith(text)) return [text.length, label.length]
  const last = text.split(/\s+/).at(-1) ?? ''
  for (const { 0: word, index } of label.matchAll(/[\p{L}\p{M}\p{N}]+/gu))
    if (word.toLowerCase().startsWith(last)) return [index + last.length, index + word.length]
  return [0, 0]
}
