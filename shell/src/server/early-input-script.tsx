import { earlyInput } from '../client/early-input.ts'

/** Stands in the head, before every script that is loaded, so that nothing that a person presses comes too early. */
export function EarlyInputScript({ nonce }: { nonce: string }) {
  return (
    <script
      nonce={nonce}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: `(${earlyInput.toString()})()` }}
    />
  )
}
