import type { PaymentProvider } from './port.ts'

/** The configured providers by name, and the one for new payments. */
export type Providers = { byName: ReadonlyMap<string, PaymentProvider>; chosen: PaymentProvider }

/** Returns the provider of a payment. @throws Error when it is not configured */
export function providerOf({ byName }: Providers, { provider }: { provider: string }): PaymentProvider {
  const found = byName.get(provider)
  if (!found) throw new Error(`no payment provider ${provider} is configured`)
  return found
}
