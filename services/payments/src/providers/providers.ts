import type { PaymentProvider } from './port.ts'

/** The providers that payments may lie with, by name, and the one that new payments go to. */
export type Providers = { byName: ReadonlyMap<string, PaymentProvider>; chosen: PaymentProvider }

/** The provider of a payment. */
export function providerOf({ byName }: Providers, { provider }: { provider: string }): PaymentProvider {
  const found = byName.get(provider)
  if (!found) throw new Error(`no payment provider ${provider} is configured`)
  return found
}
