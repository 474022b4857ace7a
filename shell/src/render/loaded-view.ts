import type { View } from '../document/view.ts'

/** A loaded view and what its answer needs besides. */
export interface LoadedView {
  view: View
  status: number
  linkedData: object[]
}
