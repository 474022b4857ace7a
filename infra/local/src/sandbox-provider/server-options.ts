import type { Network } from './network.ts'
import type { Store } from './store.ts'

export type ServerOptions = {
  store: Store
  network: Network
  secret: string
  /** The merchant's origins, where browsers return to; the first is the shop itself. */
  returnOrigins: string[]
  latencyMs: number
}
