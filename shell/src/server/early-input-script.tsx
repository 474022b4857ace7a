import { earlyInput } from '../client/early-input.ts'

/** Inlines `early-input.ts` into the head before all other scripts, so that it handles the earliest input. */
export function EarlyInputScript({ nonce }: { nonce: string }) {
  return (
    <script
      nonce={nonce}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: `(${earlyInput.toString()})()` }}
    />
  )
}
