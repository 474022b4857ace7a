import type { Draft } from './draft.ts'

export type Shelf = {
  slug: string
  name: string
  description: string
  /** OKLCH hue of its cells. */
  hue: number
  products: Draft[]
}

export type Hall = { slug: string; name: string; description: string; hue: number; shelves: Shelf[] }
