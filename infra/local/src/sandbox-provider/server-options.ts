import type { Network } from './network.ts'
import type { Store } from './store.ts'

export type ServerOptions = {
  store: Store
  network: Network
  secret: string
  /** The merchant's origins, to which browsers may return; the first is the shop. */
  returnOrigins: string[]
  latencyMs: number
}
