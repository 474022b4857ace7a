import type { Network } from './network.ts'
import type { Store } from './store.ts'

export type ServerOptions = {
  store: Store
  network: Network
  secret: string
  publicOrigin: string
  latencyMs: number
}
