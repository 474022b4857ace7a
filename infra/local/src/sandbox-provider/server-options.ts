import type { Network } from './network.ts'
import type { Store } from './store.ts'

export type ServerOptions = {
  store: Store
  network: Network
  /** Accepted as the merchant's key. */
  secrets: readonly string[]
  /** The merchant's origins, to which browsers may return; the first is the shop. */
  returnOrigins: string[]
  latencyMs: number
}
